import { caretBoxInLine } from "./caretBoxInLine.js";
import { createLineStack } from "./createLineStack.js";
import type { View } from "./createLineStack.js";
import { MAX_MARKED_LINE, type LineMark } from "./createMirrorLine.js";
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
  const element = field.ownerDocument.createElement("div");
  const marks = (line: string, offset: number) =>
    box && line.length <= MAX_MARKED_LINE ? marksOf(line, offset) : [];
  const lines = createLineStack(element, marks);
  let stale = false;
  let plain = false;
  let indent = "0px";
  let indented: HTMLElement | undefined;

  /** A field is one block, of which only the first line is indented; here each line is a block. */
  function indentFirstLine(): void {
    const first = lines.first();
    if (first !== indented) indented?.style.removeProperty("text-indent");
    if (first && first.style.textIndent !== indent) first.style.textIndent = indent;
    indented = first;
  }

  return {
    element,
    drawMore: lines.drawMore,
    isPartial: lines.isPartial,
    /** Marks what the tokens mean as changed: the next drawing brings all marks up to date, by attribute alone. */
    expire(): void {
      stale = true;
    },
    /** Draws a text: what of it is drawn already, and down to the end of a view; all of it where none is given. */
    draw(value: string, view: View | null): void {
      const tooLong = value.length > MAX_MARKED_TEXT;
      const differs = lines.draw(tooLong ? [] : value.split("\n"), view);
      if (tooLong || differs)
        onUnmarked(tooLong || lines.texts().some(({ length }) => length > MAX_MARKED_LINE));
      if (stale) lines.reclassify();
      stale = false;
      indentFirstLine();
    },
    /** Checks whether a text differs from the drawn one in a single line only, and leaves all marks where they are. */
    keepsMarks(value: string): boolean {
      if (stale || !plain) return false;
      const texts = lines.texts();
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
      lines.setBidi(unicodeBidi === "plaintext" ? unicodeBidi : "");
    },
    /** Measures where a caret at an offset of the text stands; `null` where there is no layout. */
    caretBox(offset: number): DOMRect | null {
      const texts = lines.texts();
      let index = 0;
      let rest = offset;
      while (index < texts.length - 1 && rest > (texts[index]?.length ?? 0)) {
        rest -= (texts[index]?.length ?? 0) + 1;
        index++;
      }
      const line = lines.reach(index);
      return line ? caretBoxInLine(line, rest) : null;
    },
  };
}
