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
  let texts: readonly string[] = [];
  let stale = false;
  let plain = false;
  let bidi = "";
  let indent = "0px";
  let indented: HTMLElement | undefined;

  const marks = (text: string, offset: number) =>
    box && text.length <= MAX_MARKED_LINE ? marksOf(text, offset) : [];

  /** Draws the lines that differ; says whether there were any. */
  function patch(next: readonly string[]): boolean {
    const { prefix, suffix } = diffLines(texts, next);
    const end = next.length - suffix;
    const old = lines.splice(prefix, texts.length - prefix - suffix);
    let offset = 0;
    for (let index = 0; index < prefix; index++) offset += (next[index]?.length ?? 0) + 1;
    const added = document.createDocumentFragment();
    const fresh = next.slice(prefix, end).map((text, at) => {
      const line = old[at] ?? added.appendChild(createMirrorLine(document, bidi));
      fillMirrorLine(line, text, marks(text, offset));
      offset += text.length + 1;
      return line;
    });
    for (const line of old.slice(fresh.length)) line.remove();
    element.insertBefore(added, lines[prefix] ?? null);
    lines.splice(prefix, 0, ...fresh);
    texts = next;
    return fresh.length > 0;
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
    draw(value: string): void {
      const tooLong = value.length > MAX_MARKED_TEXT;
      const changed = patch(tooLong ? [] : value.split("\n"));
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
    /** Measures where a caret at an offset of the text stands; `null` where there is no layout. */
    caretBox(offset: number): DOMRect | null {
      let index = 0;
      let rest = offset;
      while (index < texts.length - 1 && rest > (texts[index]?.length ?? 0)) {
        rest -= (texts[index]?.length ?? 0) + 1;
        index++;
      }
      const line = lines[index];
      return line ? caretBoxInLine(line, rest) : null;
    },
  };
}
