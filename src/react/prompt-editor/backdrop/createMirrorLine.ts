/** State of a token: known, unknown, from a node that runs later, being typed, a mistake, or an expression of the host's. */
export type MarkState = "expression" | "known" | "unknown" | "late" | "pending" | "invalid";

/** Token inside one line, in offsets of that line. */
export interface LineMark {
  start: number;
  end: number;
  state: MarkState;
}

/** Lines longer than this get no marks: laying them out twice would be felt at every key. */
export const MAX_MARKED_LINE = 10_000;

/** Creates an empty line of the mirror; `unicodeBidi` is the field's where a line has to have it too, else empty. */
export function createMirrorLine(document: Document, unicodeBidi: string): HTMLElement {
  const line = document.createElement("div");
  // A host's rules for every `div` would move the text.
  Object.assign(line.style, { all: "revert", unicodeBidi });
  return line;
}

/**
 * Brings a line of the mirror up to a text, with a `<mark>` around each token. What is there is changed in place: a
 * node that leaves a document ends the step of undo that somebody is typing, in Chromium, so that each letter would be
 * one.
 */
export function fillMirrorLine(line: HTMLElement, text: string, marks: readonly LineMark[]): void {
  const document = line.ownerDocument;
  let node = line.firstChild;
  for (const { content, state } of piecesOf(text, marks)) {
    if (!node || (node.nodeName === "MARK") !== (state !== undefined)) {
      const added = state === undefined ? document.createTextNode("") : createMark(document);
      node = line.insertBefore<ChildNode>(added, node);
    }
    const written = (node.firstChild ?? node) as Text;
    if (written.data !== content) written.data = content;
    if (state !== undefined) setState(node as HTMLElement, state);
    node = node.nextSibling;
  }
  while (node) {
    const next: ChildNode | null = node.nextSibling;
    node.remove();
    node = next;
  }
}

function piecesOf(text: string, marks: readonly LineMark[]): { content: string; state?: MarkState }[] {
  const pieces: { content: string; state?: MarkState }[] = [];
  let position = 0;
  for (const { start, end, state } of marks) {
    if (start > position) pieces.push({ content: text.slice(position, start) });
    pieces.push({ content: text.slice(start, end), state });
    position = end;
  }
  // An empty block has no height, and a caret needs a text node to stand in.
  if (position < text.length || position === 0) pieces.push({ content: text.slice(position) || "\u200b" });
  return pieces;
}

function createMark(document: Document): HTMLElement {
  const mark = document.createElement("mark");
  mark.dataset.imagenodePart = "prompt-editor-mark";
  mark.append("");
  Object.assign(mark.style, {
    visibility: "visible",
    color: "transparent",
    webkitTextFillColor: "transparent",
    forcedColorAdjust: "none",
    textShadow: "none",
    font: "inherit",
    letterSpacing: "inherit",
    wordSpacing: "inherit",
    textTransform: "inherit",
    whiteSpace: "inherit",
    display: "inline",
    position: "static",
    float: "none",
    verticalAlign: "baseline",
    padding: "0",
    margin: "0",
    border: "0",
  });
  return mark;
}

/** Brings the marks of a drawn line up to date by attribute alone. */
export function reclassifyLine(line: HTMLElement, marks: readonly LineMark[]): void {
  const elements = line.getElementsByTagName("mark");
  for (let index = 0; index < marks.length; index++) {
    const element = elements[index];
    const state = marks[index]?.state;
    if (element && state) setState(element, state);
  }
}

function setState({ dataset }: HTMLElement, state: MarkState): void {
  if (dataset.state !== state) dataset.state = state;
}
