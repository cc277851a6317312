import "image-generation-node/styles.css";
import { afterEach, beforeEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { MORE_SCENES } from "../focusScenesMore.js";
import { holdPage, show } from "../walkFocus.js";
import { nameTarget } from "./listTargets.js";

beforeEach(holdPage);
afterEach(() => page.viewport(1000, 800));

/** Tells whether some of an element can be seen: nothing lies over all of it. */
function isSeen(element: HTMLElement): boolean {
  const { left, right, top, bottom } = (element.closest("label") ?? element).getBoundingClientRect();
  const box = {
    left: Math.max(left, 0),
    right: Math.min(right, innerWidth),
    top: Math.max(top, 0),
    bottom: Math.min(bottom, innerHeight),
  };
  const at = (from: number, to: number) => [0.1, 0.5, 0.9].map((part) => from + (to - from) * part);
  if (box.right <= box.left || box.bottom <= box.top) return false;
  return at(box.left, box.right).some((x) =>
    at(box.top, box.bottom).some((y) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (element.contains(hit) || hit.closest("label")?.contains(element) === true);
    }),
  );
}

// The panel itself, with its foot that sticks to the window, is walked in panelLayout.browser.test.tsx.
it.each([
  ["an enlarged picture", 320, 256],
  ["an enlarged picture", 1280, 800],
  ["a comparison", 320, 256],
  ["a comparison", 1280, 800],
  ["variables to take a picture from", 320, 256],
])("what has the focus is never wholly covered (2.4.11): %s at %i × %i", async (name, width, height) => {
  await page.viewport(width, height);
  await show(MORE_SCENES[name] ?? {});
  const covered: string[] = [];
  const visited = new Set<Element>();
  for (let stop = 0; stop < 40; stop += 1) {
    await userEvent.tab();
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLElement) || activeElement === document.body) continue;
    if (visited.has(activeElement)) break;
    visited.add(activeElement);
    if (!isSeen(activeElement)) covered.push(nameTarget(activeElement));
  }
  expect(visited.size).toBeGreaterThan(1);
  expect(covered).toEqual([]);
});
