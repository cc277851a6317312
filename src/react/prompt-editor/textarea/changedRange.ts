import type { TextEdit } from "./writeText.js";

/** Finds the smallest single replacement that turns one text into another; never splits a surrogate pair. */
export function changedRange(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isSurrogate(before.charCodeAt(start - 1), 0xd800)) start--;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same++;
  }
  if (same > 0 && isSurrogate(before.charCodeAt(before.length - same), 0xdc00)) same--;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** Moves an offset of the old text into the new one; inside the replaced part it stays as far as there is text. */
export function moveOffset(offset: number, { start, end, text }: TextEdit): number {
  if (offset >= end) return offset + text.length - (end - start);
  return offset <= start ? offset : Math.min(offset, start + text.length);
}

/** Checks whether a unit is one of the 1024 surrogates from `first`: high ones or low ones. */
const isSurrogate = (unit: number, first: number) => (unit & 0xfc00) === first;
