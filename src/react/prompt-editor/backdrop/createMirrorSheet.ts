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

/** Creates an element that holds a text line by line, with a `<mark>` around each token. */
export function createMirrorSheet({ field, box, marksOf, onUnmarked }: MirrorSheetOptions) {
  const document = field.ownerDocument;
  const element = document.createElement("div");
  const lines: HTMLElement[] = [];
  /** Lines of the text, of which the first ones are drawn: those below what was ever in view are not. */
  let texts: readonly string[] = [];
  let stale = false;
  let plain = false;
  let bidi = "";
  let indent = "0px";
  let indented: HTMLElement | undefined;

  const marks = (text: string, offset: number) =>
    box && text.length <= MAX_MARKED_LINE ? marksOf(text, offset) : [];

  /** Draws the lines that differ, as far as lines are drawn, and at least the first `most`; says whether it drew any. */
  function patch(next: readonly string[], most: number): boolean {
    const { prefix, suffix } = diffLines(texts, next);
    const drawn = lines.length;
    const isAbove = texts.length - suffix <= drawn;
    const oldEnd = isAbove ? texts.length - suffix : drawn;
    const newEnd = isAbove ? next.length - suffix : Math.min(next.length - suffix, drawn);
    const old = lines.splice(prefix, Math.max(0, oldEnd - prefix));
    texts = next;
    const changed = insertLines(prefix, newEnd, old);
    for (const line of old.slice(changed)) line.remove();
    return changed + insertLines(lines.length, Math.min(most, next.length), []) > 0;
  }

  /** Draws lines in place of old ones, and returns how many. */
  function insertLines(from: number, to: number, old: readonly HTMLElement[]): number {
    if (from >= to) return 0;
    let offset = 0;
    for (let index = 0; index < from; index++) offset += (texts[index]?.length ?? 0) + 1;
    const added = document.createDocumentFragment();
    const fresh = texts.slice(from, to).map((text, at) => {
      const line = old[at] ?? added.appendChild(createMirrorLine(document, bidi));
      fillMirrorLine(line, text, marks(text, offset));
      offset += text.length + 1;
      return line;
    });
    element.insertBefore(added, lines[from] ?? null);
    lines.splice(from, 0, ...fresh);
    return fresh.length;
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
    /** Draws a text: what of it is drawn already, and at least its first `most` lines. */
    draw(value: string, most: number): void {
      const tooLong = value.length > MAX_MARKED_TEXT;
      const before = texts;
      const drew = patch(tooLong ? [] : value.split("\n"), most);
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
    /** Checks whether lines of the text are left out, of which some are among the first `most`. */
    lacks: (most: number) => lines.length < Math.min(most, texts.length),
    /** Measures where a caret at an offset of the text stands; `null` where there is no layout. */
    caretBox(offset: number): DOMRect | null {
      let index = 0;
      let rest = offset;
      while (index < texts.length - 1 && rest > (texts[index]?.length ?? 0)) {
        rest -= (texts[index]?.length ?? 0) + 1;
        index++;
      }
      insertLines(lines.length, index + 1, []);
      const line = lines[index];
      return line ? caretBoxInLine(line, rest) : null;
    },
  };
}
