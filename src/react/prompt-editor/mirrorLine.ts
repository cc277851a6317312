/** How a token stands: known, unknown, from a node that runs later, being typed, or no path at all. */
export type MarkState = "known" | "unknown" | "late" | "pending" | "invalid";

/** A token inside one line, in offsets of that line. */
export interface LineMark {
  start: number;
  end: number;
  state: MarkState;
}

/** Lines longer than this get no marks: laying them out twice would be felt at every key. */
export const MAX_MARKED_LINE = 10_000;

/** One line of the mirror: its text, with a `<mark>` around each token. */
export function createMirrorLine(
  document: Document,
  text: string,
  marks: readonly LineMark[],
  plaintext: boolean,
) {
  const line = document.createElement("div");
  if (plaintext) line.style.unicodeBidi = "plaintext";
  let position = 0;
  for (const { start, end, state } of marks) {
    if (start > position) line.append(text.slice(position, start));
    line.append(createMark(document, text.slice(start, end), state));
    position = end;
  }
  if (position < text.length) line.append(text.slice(position));
  // An empty block has no height, and a caret needs a text node to stand in.
  if (!line.firstChild) line.append("\u200b");
  return line;
}

function createMark(document: Document, text: string, state: MarkState): HTMLElement {
  const mark = document.createElement("mark");
  mark.dataset.imagenodePart = "prompt-editor-mark";
  mark.dataset.state = state;
  mark.textContent = text;
  const { style } = mark;
  style.visibility = "visible";
  style.color = "transparent";
  style.setProperty("-webkit-text-fill-color", "transparent");
  style.setProperty("forced-color-adjust", "none");
  style.textShadow = "none";
  style.font = "inherit";
  style.letterSpacing = "inherit";
  style.padding = "0";
  style.margin = "0";
  style.border = "0";
  return mark;
}

/** Brings the marks of a drawn line up to date by attribute alone. */
export function reclassifyLine(line: HTMLElement, marks: readonly LineMark[]): void {
  const elements = line.getElementsByTagName("mark");
  for (let index = 0; index < marks.length; index++) {
    const element = elements[index];
    const state = marks[index]?.state;
    if (element && state && element.dataset.state !== state) element.dataset.state = state;
  }
}
