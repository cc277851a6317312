import { de } from "image-generation-node/messages/de";
import { describe, expect, it } from "vitest";
import { en } from "../../src/react/messages/index.js";
import { wordPlaces } from "../../stories/support/wordPlaces.js";
import { english, loadLanguages } from "./loadLanguages.js";

/** Words that people who build workflows did not understand, or understood as something else. */
const AVOIDED = {
  en: [
    /\bcontract\b/i,
    /\bintegration\b/i,
    /\bidempoten/i,
    /\?\?/,
    /workspace default/i,
    /^exact$/i,
    /^succeeded$/i,
    /^(template|resolved|sent)$/i,
    /\bcopy reference\b/i,
    /\btwo minutes\b/i,
    /\bSHA-256 \{/,
    /\bwithout$/,
  ],
  de: [
    /\bVertrag\b/,
    /\bEinbindung\b/,
    /\?\?/,
    /Vorgabe des Arbeitsbereichs/,
    /^genau$/,
    /^(Vorlage|Aufgelöst|Gesendet)$/,
    /\bVerweis kopieren\b/,
    /\bzwei Minuten\b/,
    /\bSHA-256 \{/,
    /\bohne$/,
  ],
};

const sentencesOf = (words: object): [string, string][] =>
  Object.entries(words).flatMap(([key, message]: [string, string | object]) =>
    (typeof message === "string" ? [message] : (Object.values(message) as string[])).map(
      (sentence): [string, string] => [key, sentence],
    ),
  );

const loaded = await loadLanguages();

describe.each([
  ["English", en, AVOIDED.en],
  ["German", de.words, AVOIDED.de],
] as const)("the %s words", (_, words, avoided) => {
  it("are those that people say", () => {
    const odd = sentencesOf(words).filter(([, sentence]) => avoided.some((word) => word.test(sentence)));
    expect(odd).toEqual([]);
  });
});

describe.each([{ tag: "en", words: english }, ...loaded])("the words of $tag", ({ words }) => {
  it("say once in a panel that the demo is no AI: below the picture", () => {
    // "Demo, no AI": what follows the first word or a sign.
    const [, claim = ""] = /(?:[,，]\s*|（|تجريبي )([^）]+)/u.exec(String(words["meta.demo"])) ?? [];
    expect(claim).not.toBe("");
    const marks = sentencesOf(words).filter(([, sentence]) => sentence.includes(claim));
    expect(marks.map(([key]) => key)).toEqual(["meta.demo"]);
  });
});

describe("the page of all words", () => {
  const places = new Set(Object.keys(en).map((key) => key.split(".")[0]));

  it("knows where each is seen, and no place that has none", () => {
    expect(Object.keys(wordPlaces).sort()).toEqual([...places].sort());
  });
});
