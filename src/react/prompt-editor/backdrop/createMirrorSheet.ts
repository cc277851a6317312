import { caretBoxInLine } from "./caretBoxInLine.js";
import {
  createMirrorLine,
  fillMirrorLine,
  MAX_MARKED_LINE,
  reclassifyLine,
  type LineMark,
} from "./createMirrorLine.js";
import { diffLines } from "./diffLines.js";
import { staysInPlace } from "./staysInPlace.js";

/** Texts longer than this get no marks at all. */
const MAX_MARKED_TEXT = 200_000;

export interface MirrorSheetOptions {
  field: HTMLTextAreaElement;
  /** Element of the host in which marks are seen; `null` where there is none, so that nothing has to be marked. */
  box: HTMLElement | null;
  /** Lists the tokens of one line; `offset` is where the line begins in the text. */
  marksOf(line: string, offset: number): readonly LineMark[];
  /** Called at a drawing with whether the text, or a line of it, is too long for marks. */
  onUnmarked(unmarked: boolean): void;
}

/** Part of a text that is seen, with some above and below it, in pixels of its own height. */
export interface View {
  top: number;
  bottom: number;
  /** Height of the whole text. */
  height: number;
}

/** Creates an element that holds a text line by line, with a `<mark>` around each token. */
export function createMirrorSheet({ field, box, marksOf, onUnmarked }: MirrorSheetOptions) {
  const document = field.ownerDocument;
  const element = document.createElement("div");
  const lines: HTMLElement[] = [];
  /** Lines that are drawn without their marks: those above what is in view, which it stands on. */
  const bare = new Set<HTMLElement>();
  /** Lines of the text, of which the first ones are drawn: those below what was ever in view are not. */
  let texts: readonly string[] = [];
  let stale = false;
  let plain = false;
  let bidi = "";
  let indent = "0px";
  let indented: HTMLElement | undefined;

  const marks = (text: string, offset: number) =>
    box && text.length <= MAX_MARKED_LINE ? marksOf(text, offset) : [];

  /** Draws the lines that differ, as far as lines are drawn, and all where no view is given; says whether it drew any. */
  function patch(next: readonly string[], view: View | null): boolean {
    const { prefix, suffix } = diffLines(texts, next);
    const drawn = lines.length;
    const oldEnd = Math.min(texts.length - suffix, drawn);
    // Lines that are drawn below those that differ stay where they are; else there is no need for all that are new.
    const needed = oldEnd < drawn || !view ? Infinity : drawn;
    const newEnd = Math.min(next.length - suffix, needed);
    const old = lines.splice(prefix, Math.max(0, oldEnd - prefix));
    texts = next;
    const changed = insertLines(prefix, newEnd, old, true);
    for (const line of old.slice(changed)) {
      bare.delete(line);
      line.remove();
    }
    return changed + (view ? cover(view) : 0) > 0;
  }

  /** Draws lines in place of old ones, and returns how many. */
  function insertLines(from: number, to: number, old: readonly HTMLElement[], isMarked: boolean): number {
    if (from >= to) return 0;
    let offset = offsetOf(from);
    const added = document.createDocumentFragment();
    const fresh = texts.slice(from, to).map((text, at) => {
      const line = old[at] ?? added.appendChild(createMirrorLine(document, bidi));
      fillMirrorLine(line, text, isMarked ? marks(text, offset) : []);
      if (isMarked) bare.delete(line);
      else bare.add(line);
      offset += text.length + 1;
      return line;
    });
    element.insertBefore(added, lines[from] ?? null);
    lines.splice(from, 0, ...fresh);
    return fresh.length;
  }

  function offsetOf(line: number): number {
    let offset = 0;
    for (let index = 0; index < line; index++) offset += (texts[index]?.length ?? 0) + 1;
    return offset;
  }

  /** Draws lines until they reach the lower end of a view, and marks those within it; returns how many it drew. */
  function cover(view: View): number {
    const before = lines.length;
    let most = linesWithin(view.bottom / view.height);
    while (before < texts.length && !reaches(view.bottom)) {
      insertLines(lines.length, Math.min(texts.length, Math.max(most, lines.length + 16)), [], false);
      most = lines.length * 2;
    }
    markWithin(view);
    return lines.length - before;
  }

  /** Counts the lines that make up a part of the text. */
  function linesWithin(part: number): number {
    let left = part * texts.reduce((sum, { length }) => sum + length + 1, 0);
    let count = 0;
    while (left > 0 && count < texts.length) left -= (texts[count++]?.length ?? 0) + 1;
    return count;
  }

  function reaches(bottom: number): boolean {
    const last = lines.at(-1);
    return lines.length === texts.length || (!!last && last.offsetTop + last.offsetHeight >= bottom);
  }

  /** Marks lines that come into view: a line without marks is as high as with them. */
  function markWithin({ top, bottom }: View): void {
    if (bare.size === 0) return;
    let index = 0;
    let end = lines.length;
    while (index < end) {
      const middle = (index + end) >> 1;
      const { offsetTop, offsetHeight } = lines[middle] as HTMLElement;
      if (offsetTop + offsetHeight < top) index = middle + 1;
      else end = middle;
    }
    let offset = offsetOf(index);
    const seen: [line: HTMLElement, text: string, offset: number][] = [];
    for (; index < lines.length; index++) {
      const line = lines[index] as HTMLElement;
      const text = texts[index] ?? "";
      if (line.offsetTop > bottom) break;
      if (bare.has(line)) seen.push([line, text, offset]);
      offset += text.length + 1;
    }
    // Written when all is measured, so that the page is laid out once.
    for (const [line, text, start] of seen) {
      fillMirrorLine(line, text, marks(text, start));
      bare.delete(line);
    }
  }

  function reclassify(): void {
    stale = false;
    let offset = 0;
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index];
      const text = texts[index] ?? "";
      if (line?.childElementCount) reclassifyLine(line, marks(text, offset));
      offset += text.length + 1;
    }
  }

  /** A field is one block, of which only the first line is indented; here each line is a block. */
  function indentFirstLine(): void {
    const [first] = lines;
    if (first !== indented) indented?.style.removeProperty("text-indent");
    if (first && first.style.textIndent !== indent) first.style.textIndent = indent;
    indented = first;
  }

  return {
    element,
    /** Marks what the tokens mean as changed: the next drawing brings all marks up to date, by attribute alone. */
    expire(): void {
      stale = true;
    },
    /** Draws a text: what of it is drawn already, and down to the end of a view; all of it where none is given. */
    draw(value: string, view: View | null): void {
      const tooLong = value.length > MAX_MARKED_TEXT;
      const before = texts;
      const drew = patch(tooLong ? [] : value.split("\n"), view);
      const changed = drew || texts.length !== before.length;
      if (tooLong || changed) onUnmarked(tooLong || texts.some(({ length }) => length > MAX_MARKED_LINE));
      if (stale) reclassify();
      indentFirstLine();
    },
    /** Checks whether a text differs from the drawn one in a single line only, and leaves all marks where they are. */
    keepsMarks(value: string): boolean {
      if (stale || !plain) return false;
      const next = value.split("\n");
      const { prefix, suffix } = diffLines(texts, next);
      if (texts.length !== next.length || prefix + suffix !== next.length - 1) return false;
      return staysInPlace(texts[prefix] ?? "", next[prefix] ?? "", (line) => marks(line, 0));
    },
    /** Takes over from the field's style what its lines need one by one. */
    setStyle({ direction, textAlign, textIndent, unicodeBidi }: CSSStyleDeclaration): void {
      plain = direction === "ltr" && /^(start|left|auto)$/.test(textAlign);
      indent = textIndent;
      element.style.textIndent = "0px";
      indentFirstLine();
      const nextBidi = unicodeBidi === "plaintext" ? unicodeBidi : "";
      if (nextBidi === bidi) return;
      bidi = nextBidi;
      for (const line of lines) line.style.unicodeBidi = bidi;
    },
    /** Draws more lines of the last text, without marks; says whether some are left. */
    drawMore(count: number): boolean {
      insertLines(lines.length, Math.min(lines.length + count, texts.length), [], false);
      return lines.length < texts.length;
    },
    /** Whether the text has lines that are not drawn, or have no marks yet. */
    isPartial: () => lines.length < texts.length || bare.size > 0,
    /** Measures where a caret at an offset of the text stands; `null` where there is no layout. */
    caretBox(offset: number): DOMRect | null {
      let index = 0;
      let rest = offset;
      while (index < texts.length - 1 && rest > (texts[index]?.length ?? 0)) {
        rest -= (texts[index]?.length ?? 0) + 1;
        index++;
      }
      insertLines(lines.length, index + 1, [], false);
      const line = lines[index];
      return line ? caretBoxInLine(line, rest) : null;
    },
  };
}
