import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "../../src/react/messages/index.js";
import type { Message } from "../../src/react/messages/index.js";
import { readNotes } from "../../stories/support/readNotes.js";
import type { WordNotes } from "../../stories/support/readNotes.js";

const sources = globSync("src/react/messages/en/*.ts").map((path) => readFileSync(path, "utf8"));
const notes = new Map(sources.flatMap((source) => [...readNotes(source)]));
const messages = Object.entries(en as Readonly<Record<string, Message>>);

const formsOf = (message: Message) =>
  typeof message === "string" ? [message] : Object.values(message as object as Record<string, string>);
const placeholdersOf = (message: Message) => [
  ...new Set(formsOf(message).flatMap((form) => form.match(/\{\w+\}/g) ?? [])),
];
const countWords = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
const isShort = (message: Message) => formsOf(message).some((form) => countWords(form) <= 2);

/** Whether a message of so few words has a note that is about it, not only about its file. */
const isTold = ({ own, group }: WordNotes = {}) => own !== undefined || group !== undefined;
const unexplained = (key: string, message: Message, { own, group, file }: WordNotes = {}) =>
  placeholdersOf(message)
    .filter((name) => ![own, group, file].some((note) => note?.includes(name)))
    .map((name) => `${key} ${name}`);

describe("the notes for translators", () => {
  it("are read of every message, and of no other", () => {
    expect([...notes.keys()].sort()).toEqual(messages.map(([key]) => key).sort());
  });

  it("say of each placeholder what it holds", () => {
    const missing = messages.flatMap(([key, message]) => unexplained(key, message, notes.get(key)));
    expect(missing.join()).toBe("");
  });

  it("say of each message of one or two words what it is, as it can be read in several ways", () => {
    const missing = messages.filter(([key, message]) => isShort(message) && !isTold(notes.get(key)));
    expect(missing.map(([key]) => key).join()).toBe("");
  });

  it("are sentences", () => {
    const told = [...new Set([...notes.values()].flatMap(({ own, group, file }) => [own, group, file]))];
    const odd = told.filter((note) => note !== undefined && !/^[\p{Lu}"{`].*[.!"]$/u.test(note));
    expect(odd).toEqual([]);
  });
});

describe("reading notes", () => {
  const source = [
    "/**",
    " * The words of a thing.",
    " *",
    " * `{count}` is a number",
    " * of things.",
    " */",
    "export const thing = {",
    "  /* Buttons,",
    "     short. */",
    '  "a.one": "One",',
    "  // A verb,",
    "  // said of a thing.",
    '  "a.two": {',
    '    one: "Two",',
    '    other: "Twos",',
    "  },",
    "",
    '  "b.one": "Else",',
    "} satisfies Record<string, Message>;",
  ].join("\n");
  const file = "`{count}` is a number of things.";

  it("knows those of a key, of its group up to a blank line, and of its file", () => {
    expect([...readNotes(source)]).toEqual([
      ["a.one", { own: undefined, group: "Buttons, short.", file }],
      ["a.two", { own: "A verb, said of a thing.", group: "Buttons, short.", file }],
      ["b.one", { own: undefined, group: undefined, file }],
    ]);
  });

  it("refuses one that stands above nothing", () => {
    expect(() => readNotes(source.replace('  "b.one"', '  // Lost.\n\n  "b.one"'))).toThrow(/"Lost\."/);
  });
});
