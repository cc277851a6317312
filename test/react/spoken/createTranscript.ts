import { expect, onTestFinished } from "vitest";
import { userEvent } from "vitest/browser";
import { findSpokenFaults } from "./findSpokenFaults.js";
import { settle } from "../settle.js";
import { hearRegions } from "./hearRegions.js";
import { readTree, textOf } from "./readTree.js";
import type { Item } from "./readTree.js";

/** Writes down what a person does, and what a screen reader says to it. */
export function createTranscript(title: string, intro: string) {
  const lines = [title, "=".repeat(title.length), "", intro];
  const regions = hearRegions();
  onTestFinished(regions.stop);
  const faults: string[] = [];
  let before: Item | undefined;
  let row: string | undefined;
  let language = document.documentElement.lang || "en";

  const say = (words: string, element: Element | null, depth = 1) => {
    const next = element?.closest<HTMLElement>("[lang]")?.lang || language;
    const mark = next === language ? "" : `[${next}] `;
    language = next;
    lines.push(`${"  ".repeat(depth)}${mark}${stable(words)}`);
  };

  /** Says where the focus is: groups that it went into, and the item; and the row that is active in a list. */
  async function sayFocus() {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) {
      if (before) lines.push("  (the focus is nowhere)");
      before = row = undefined;
      return;
    }
    const items = await readTree(document.body);
    const item =
      items.find(({ element, isGroup }) => element === activeElement && !isGroup) ??
      items.find(({ element }) => element === activeElement);
    if (!item) {
      lines.push(`  (the focus is on what is not read: <${activeElement.localName}>)`);
      return;
    }
    const isNew = before?.element !== item.element;
    if (isNew)
      for (const group of item.groups)
        if (!before?.groups.some(({ element }) => element === group.element)) say(group.words, group.element);
    if (isNew) say(item.words, item.element);
    else for (const change of changesOf(before, item)) say(change, item.element);
    before = item;
    const id = activeElement.getAttribute("aria-activedescendant");
    const active = id && items.find(({ element }) => element.id === id);
    const words = active ? active.words : undefined;
    if (active && words !== row) say(words ?? "", active.element);
    row = words;
  }

  async function hear(action: string, perform: () => unknown, until?: string | RegExp | (() => unknown)) {
    lines.push("", `→ ${action}`);
    await perform();
    const isThere = typeof until === "function" ? until : () => until === undefined || regions.has(until);
    await expect
      .poll(isThere, { message: `${until} was waited for, after ${lines.slice(-12).join("\n")}` })
      .toBeTruthy();
    await settle();
    const heard = regions.take();
    for (const { words } of heard.filter(({ isUrgent }) => isUrgent))
      lines.push(`  at once: ${stable(words)}`);
    await sayFocus();
    for (const { words } of heard.filter(({ isUrgent }) => !isUrgent))
      lines.push(`  politely: ${stable(words)}`);
  }

  return {
    /** Does something, and notes what is said; waits until words are heard, or something holds. */
    hear,
    /** Presses keys, written as `userEvent.keyboard` takes them. */
    press: (keys: string, until?: string | RegExp | (() => unknown)) =>
      hear(`presses ${nameKeys(keys)}`, () => userEvent.keyboard(keys), until),
    /** Types a text; all at once, since what is said while one types depends on how fast that is. */
    type: (text: string, until?: string | RegExp | (() => unknown)) =>
      hear(`types ${text}`, () => document.execCommand("insertText", false, text), until),
    /** Tells whether words have been heard since the last action. */
    heard: regions.has,
    /** Goes to an element, as a person who knows where it is. */
    goTo: (name: string, find: () => HTMLElement | Promise<HTMLElement>) =>
      hear(`goes to ${name}`, async () => (await find()).focus()),
    /** Walks through an element item by item. */
    async walk(what: string, container: Element) {
      lines.push("", `→ reads ${what}, item by item`);
      await settle();
      const items = await readTree(container);
      for (const item of items) say(item.words, item.element, item.groups.length + 1);
      faults.push(...findSpokenFaults(items));
    },
    /** Compares all that was said with the file, which `vitest -u` writes. */
    async compare(file: string) {
      expect(faults).toEqual([]);
      await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`transcripts/${file}.txt`);
    },
  };
}

/** What has become otherwise of an item that keeps the focus: only that is said. What is typed, a person knows. */
function changesOf(before: Item | undefined, item: Item): string[] {
  const isText = item.element.matches(
    "textarea, input:is([type=search], [type=text], :not([type])):not([role=spinbutton])",
  );
  const partsOf = (words = "") => (isText ? words.replace(/: “.*”$/, "") : words).split(", ");
  const old = partsOf(before?.words);
  const now = partsOf(withoutDescription(item));
  const isSaid = (part: string) => !old.includes(part) && (!isText || part === "invalid");
  const gone = old.includes("invalid") && !now.includes("invalid") ? ["no longer invalid"] : [];
  return [...now.filter(isSaid), ...gone];
}

/** Readers don't say a description that changes. */
function withoutDescription({ element, words }: Item): string {
  const ids = element.getAttribute("aria-describedby")?.split(" ") ?? [];
  const texts = ids.map((id) => document.getElementById(id)).map((each) => (each ? textOf(each) : ""));
  const description = texts.filter(Boolean).join(" ");
  return description === "" ? words : words.replace(`, ${description}`, "");
}

/** Keys as a person calls them: "{Shift>}{Tab}{/Shift}" is "Shift+Tab". */
const nameKeys = (keys: string) =>
  (keys === " " ? "Space" : keys)
    .replace(/\{\/\w+\}/g, "")
    .replace(/\{(\w+)>\}/g, "$1+")
    .replace(/\{Arrow(\w+)\}/g, "$1 arrow ")
    .replace(/\{(\w+)\}/g, "$1 ")
    .trim();

/** Words without what depends on the moment: seconds, dates and addresses that the browser makes. */
const stable = (words: string) =>
  words
    .replace(/\b\d+(?:[.,]\d)?(?= (?:(?:of|von) \d+ )?s\b)/g, "N")
    .replace(/\b[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d{2}\s[AP]M/g, "(date and time)")
    .replace(/blob:\S+/g, "blob:…");
