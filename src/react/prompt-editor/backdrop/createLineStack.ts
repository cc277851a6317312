import { createMirrorLine, fillMirrorLine, reclassifyLine } from "./createMirrorLine.js";
import type { LineMark } from "./createMirrorLine.js";
import { diffLines } from "./diffLines.js";

/** Part of a text that is seen, with some above and below it, in pixels of its own height. */
export interface View {
  top: number;
  bottom: number;
  /** Height of the whole text. */
  height: number;
}

/** Lines that are drawn at least, where more are needed. */
const FEWEST = 16;

/**
 * Creates the lines of a text in an element. The first ones are drawn: those below what was ever in view are not, and of
 * those above it, on which it stands, only the text.
 *
 * @param marksOf lists the tokens of one line; `offset` is where the line begins in the text
 */
export function createLineStack(
  element: HTMLElement,
  marksOf: (line: string, offset: number) => readonly LineMark[],
) {
  const lines: HTMLElement[] = [];
  /** Lines that are drawn without their marks. */
  const bare = new Set<HTMLElement>();
  let texts: readonly string[] = [];
  let bidi = "";

  /** Draws lines in place of old ones, and returns how many. */
  function insert(from: number, to: number, old: readonly HTMLElement[], isMarked: boolean): number {
    if (from >= to) return 0;
    let offset = offsetOf(texts, from);
    const added = element.ownerDocument.createDocumentFragment();
    const fresh = texts.slice(from, to).map((text, at) => {
      const line = old[at] ?? added.appendChild(createMirrorLine(element.ownerDocument, bidi));
      fillMirrorLine(line, text, isMarked ? marksOf(text, offset) : []);
      if (isMarked) bare.delete(line);
      else bare.add(line);
      offset += text.length + 1;
      return line;
    });
    element.insertBefore(added, lines[from] ?? null);
    lines.splice(from, 0, ...fresh);
    return fresh.length;
  }

  const insertBare = (to: number) => insert(lines.length, Math.min(to, texts.length), [], false);

  /** Draws all lines, and marks them. */
  function coverAll(): void {
    insert(lines.length, texts.length, [], true);
    if (bare.size > 0) markWithin({ top: -Infinity, bottom: Infinity, height: 0 });
  }

  /** Draws lines until they reach the lower end of a view, and marks those within it. */
  function cover(view: View): void {
    let most = linesWithin(texts, view.bottom / view.height);
    while (lines.length < texts.length && bottomOf(lines.at(-1)) < view.bottom) {
      insertBare(Math.max(most, lines.length + FEWEST));
      most = lines.length * 2;
    }
    if (bare.size > 0) markWithin(view);
  }

  /** Marks lines that come into view: a line without marks is as high as with them. */
  function markWithin({ top, bottom }: View): void {
    let index = firstBelow(lines, top);
    let offset = offsetOf(texts, index);
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
      fillMirrorLine(line, text, marksOf(text, start));
      bare.delete(line);
    }
  }

  return {
    /** Lists the lines of the text. */
    texts: () => texts,
    first: () => lines[0],
    /** Draws the lines that differ, as far as lines are drawn, and what a view needs; all where none is given. Says whether any differ. */
    draw(next: readonly string[], view: View | null): boolean {
      const { prefix, suffix } = diffLines(texts, next);
      const drawn = lines.length;
      const oldEnd = Math.min(texts.length - suffix, drawn);
      // Lines that are drawn below those that differ stay where they are; else there is no need for all that are new.
      const needed = oldEnd < drawn ? Infinity : drawn;
      const newEnd = Math.min(next.length - suffix, needed);
      const old = lines.splice(prefix, Math.max(0, oldEnd - prefix));
      const differs = prefix + suffix < Math.max(texts.length, next.length);
      texts = next;
      const changed = insert(prefix, newEnd, old, true);
      for (const line of old.slice(changed)) {
        bare.delete(line);
        line.remove();
      }
      if (view) cover(view);
      else coverAll();
      return differs;
    },
    /** Draws more lines, without marks; says whether some are left. */
    drawMore(count: number): boolean {
      insertBare(lines.length + count);
      return lines.length < texts.length;
    },
    /** Whether the text has lines that are not drawn, or have no marks yet. */
    isPartial: () => lines.length < texts.length || bare.size > 0,
    /** Draws the lines down to one, and returns that. */
    reach(index: number): HTMLElement | undefined {
      insertBare(index + 1);
      return lines[index];
    },
    /** Brings all marks up to date, by attribute alone. */
    reclassify(): void {
      let offset = 0;
      for (let index = 0; index < lines.length; index++) {
        const line = lines[index];
        const text = texts[index] ?? "";
        if (line?.childElementCount) reclassifyLine(line, marksOf(text, offset));
        offset += text.length + 1;
      }
    },
    setBidi(next: string): void {
      if (next === bidi) return;
      bidi = next;
      for (const line of lines) line.style.unicodeBidi = bidi;
    },
  };
}

/** Finds where a line begins in its text. */
function offsetOf(texts: readonly string[], line: number): number {
  let offset = 0;
  for (let index = 0; index < line; index++) offset += (texts[index]?.length ?? 0) + 1;
  return offset;
}

/** Counts the lines that make up a part of a text. */
function linesWithin(texts: readonly string[], part: number): number {
  let left = part * texts.reduce((sum, { length }) => sum + length + 1, 0);
  let count = 0;
  while (left > 0 && count < texts.length) left -= (texts[count++]?.length ?? 0) + 1;
  return count;
}

const bottomOf = (line: HTMLElement | undefined) => (line ? line.offsetTop + line.offsetHeight : -Infinity);

/** Finds the first line that reaches below a height. */
function firstBelow(lines: readonly HTMLElement[], top: number): number {
  let start = 0;
  let end = lines.length;
  while (start < end) {
    const middle = (start + end) >> 1;
    if (bottomOf(lines[middle]) < top) start = middle + 1;
    else end = middle;
  }
  return start;
}
