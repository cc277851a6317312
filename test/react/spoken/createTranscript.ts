import { expect } from "vitest";
import { userEvent } from "vitest/browser";
import { hearRegions } from "./hearRegions.js";
import { readTree } from "./readTree.js";
import type { Item } from "./readTree.js";

/** Writes down what a person does, and what a screen reader says to it. */
export function createTranscript(title: string, intro: string) {
  const lines = [title, "=".repeat(title.length), "", intro];
  const regions = hearRegions();
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
    const item = items.find(({ element, isGroup }) => element === activeElement && !isGroup) ??
      items.find(({ element }) => element === activeElement);
    if (!item) {
      lines.push(`  (the focus is on what is not read: <${activeElement.localName}>)`);
      return;
    }
    const isNew = before?.element !== item.element;
    if (isNew)
      for (const group of item.groups)
        if (!group.element.contains(before?.element ?? null)) say(group.words, group.element);
    if (isNew || withoutValue(before) !== withoutValue(item)) say(item.words, item.element);
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
    if (typeof until === "function") await expect.poll(until).toBeTruthy();
    else if (until !== undefined) await expect.poll(() => regions.has(until), { message: `${until} was not heard` }).toBe(true);
    await settle();
    const heard = regions.take();
    for (const { words } of heard.filter(({ isUrgent }) => isUrgent)) lines.push(`  at once: ${stable(words)}`);
    await sayFocus();
    for (const { words } of heard.filter(({ isUrgent }) => !isUrgent)) lines.push(`  politely: ${stable(words)}`);
  }

  return {
    /** Does something, and notes what is said; waits until words are heard, or something holds. */
    hear,
    /** Presses keys, written as `userEvent.keyboard` takes them. */
    press: (keys: string, until?: string | RegExp | (() => unknown)) =>
      hear(`presses ${keys.replace(/[{}]/g, (brace) => (brace === "{" ? "" : " ")).trim()}`, () => userEvent.keyboard(keys), until),
    type: (text: string, until?: string | RegExp | (() => unknown)) =>
      hear(`types ${text}`, () => userEvent.keyboard(text.replace(/[{[]/g, "$&$&")), until),
    /** Goes to an element, as a person who knows where it is. */
    goTo: (name: string, find: () => HTMLElement | Promise<HTMLElement>) =>
      hear(`goes to ${name}`, async () => (await find()).focus()),
    /** Walks through an element item by item. */
    async walk(what: string, container: Element) {
      lines.push("", `→ reads ${what}, item by item`);
      await settle();
      for (const item of await readTree(container)) say(item.words, item.element, item.groups.length + 1);
    },
    stop: () => regions.stop(),
    text: () => `${lines.join("\n")}\n`,
  };
}

const withoutValue = (item: Item | undefined) =>
  item?.element.matches("textarea, input:not([role=spinbutton], [type=range], [type=radio], [type=checkbox])")
    ? item.words.replace(/“.*”/, "")
    : item?.words;

/** Numbers that depend on the moment are said as `N`. */
const stable = (words: string) => words.replace(/\b\d+(?= (?:of \d+ )?(?:s|seconds?)\b)/g, "N");

/** Waits until nothing changes any more: what a press loads, and what it renders. */
export async function settle() {
  for (let quiet = 0, last = ""; quiet < 4;) {
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    const now = document.body.innerHTML.replace(/\d{1,4} (?:of \d{1,4} )?s\b/g, "");
    quiet = now === last ? quiet + 1 : 0;
    last = now;
  }
}
