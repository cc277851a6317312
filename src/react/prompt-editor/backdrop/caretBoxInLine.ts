/**
 * Measures where a caret at an offset of a mirrored line stands, in viewport coordinates; `null` where there is no
 * layout.
 */
export function caretBoxInLine(line: HTMLElement, offset: number): DOMRect | null {
  const document = line.ownerDocument;
  const range = document.createRange();
  if (typeof range.getBoundingClientRect !== "function") return null;
  let rest = offset;
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (rest < length) {
      // The character after the place, not the place itself: where a line wraps, that is the end of the row above.
      range.setStart(node, rest);
      range.setEnd(node, rest + 1);
      return range.getClientRects()[0] ?? range.getBoundingClientRect();
    }
    rest -= length;
  }
  range.selectNodeContents(line);
  range.collapse(false);
  return range.getBoundingClientRect();
}
