import type { LineMark } from "./createMirrorLine.js";

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/**
 * Checks whether an edit of one line leaves its marks where they are drawn: all of them end before the word in which
 * the edit begins. Holds for left-aligned text that runs from left to right.
 */
export function staysInPlace(
  before: string,
  after: string,
  marksOf: (line: string) => readonly LineMark[],
): boolean {
  if (RIGHT_TO_LEFT.test(before + after)) return false;
  let word = 0;
  for (let index = 0; index < before.length && before[index] === after[index]; index++) {
    if (before[index] === " ") word = index;
  }
  return [before, after].every((line) => marksOf(line).every(({ end }) => end <= word));
}
