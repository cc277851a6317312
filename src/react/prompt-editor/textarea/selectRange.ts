import type { TextRange } from "../../../template/index.js";

/**
 * Focuses the field, selects a part of its text and scrolls the field to it; `caretBox` measures where the part begins.
 */
export function selectRange(
  field: HTMLTextAreaElement,
  { start, end }: TextRange,
  caretBox: (offset: number) => DOMRect | undefined,
): void {
  field.focus();
  field.setSelectionRange(start, end);
  const caret = caretBox(start);
  const seen = field.getBoundingClientRect();
  if (caret && (caret.top < seen.top || caret.bottom > seen.bottom))
    field.scrollTop += caret.top - seen.top - seen.height / 2;
}
