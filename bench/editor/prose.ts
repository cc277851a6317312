import type { Page } from "playwright";
import { poll } from "../poll.ts";
import { readText } from "./openContestant.ts";
import type {} from "./page/contestantProps.ts";

/** A contestant that does not put what was typed into the middle of a long prompt, or harms the rest, must not be timed. */
export async function checkProse(page: Page, before: string, typed: string): Promise<void> {
  const after = await poll(
    () => readText(page),
    (text) => text.includes(typed),
  );
  const at = after.indexOf(typed);
  if (at < before.length / 3 || after.replace(typed, "") !== before)
    throw new Error(`the typed text is not in the middle of an otherwise untouched prompt (${at})`);
}

/** Puts the caret in the middle of the prompt, at the end of a line where there are lines, else after a word. */
export function placeCaret(page: Page): Promise<void> {
  return page.evaluate(() => {
    const field = document.querySelector("textarea");
    const after = (text: string) => {
      const middle = Math.floor(text.length / 2);
      const end = text.indexOf("\n", middle);
      return end < 0 ? text.indexOf("lazy dog", middle) : end;
    };
    if (window.access?.placeCaret) return window.access.placeCaret(after(window.access.read?.() ?? ""));
    if (field) return field.setSelectionRange(after(field.value), after(field.value));
    const walker = document.createTreeWalker(
      document.querySelector("[contenteditable=true]") ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const texts: Text[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.data.includes("lazy dog")) texts.push(text);
    }
    const middle = texts[texts.length >> 1];
    if (middle) getSelection()?.collapse(middle, middle.data.indexOf("lazy dog"));
  });
}
