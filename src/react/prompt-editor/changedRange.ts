import type { TextEdit } from "./writeText.js";

/** The smallest single replacement that turns one text into another; never splits a surrogate pair. */
export function changedRange(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same++;
  }
  if (same > 0 && isLowSurrogate(before.charCodeAt(before.length - same))) same--;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** Where an offset of the old text stands in the new one; inside the replaced part it stays as far as there is text. */
export function moveOffset(offset: number, { start, end, text }: TextEdit): number {
  if (offset >= end) return offset + text.length - (end - start);
  return offset <= start ? offset : Math.min(offset, start + text.length);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
