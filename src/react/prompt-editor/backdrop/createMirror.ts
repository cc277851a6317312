import { diffLines } from "./diffLines.js";
import {
  createMirrorLine,
  fillMirrorLine,
  MAX_MARKED_LINE,
  reclassifyLine,
  type LineMark,
} from "./createMirrorLine.js";
import { listen } from "../../internal/listen.js";
import { observeElement } from "../../internal/observeElement.js";
import type { Box } from "../list/placePopup.js";
import { staysInPlace } from "./staysInPlace.js";
import { metricsHash, TEXT_METRICS } from "./textMetrics.js";

/** Texts longer than this get no marks at all. */
export const MAX_MARKED_TEXT = 200_000;

/** Texts shorter than this are drawn at every change. */
const SHORT_TEXT = 2_000;

/** Milliseconds of rest after which what could wait is drawn, and the field's look is compared. */
const REST_MS = 300;

/** What moves glyphs when it is set on the field itself, and when it is set on anything around it. */
const OWN_ATTRIBUTES = ["style", "wrap", "cols", "rows"];
// Not the `style` of what is around: a canvas writes its pan there at every frame.
const INHERITED_ATTRIBUTES = ["class", "dir", "lang"];

export interface MirrorOptions {
  field: HTMLTextAreaElement;
  /** Takes the mirror's geometry and content; stands before the field among its siblings. */
  box: HTMLElement;
  /** The tokens of one line; `offset` is where the line begins in the text. */
  marksOf(line: string, offset: number): readonly LineMark[];
  /** Whether the marks are seen. The field's own background then gives way to them. */
  painted: boolean;
  /** Whether the text became too long for marks, or short enough again. */
  onUnmarked(unmarked: boolean): void;
}

export interface Mirror {
  /** The text changed (or what its tokens mean); drawn in the next frame. */
  schedule(): void;
  /** The field scrolled. */
  scroll(): void;
  /** What the tokens mean changed: their marks follow in the next frame, by attribute alone. */
  reclassify(): void;
  /** Measures again if anything that moves a glyph changed. */
  check(): void;
  /** Measures again in any case. */
  refresh(): void;
  /** Where a caret at this offset stands, in viewport coordinates. */
  caretBox(offset: number): Box;
  destroy(): void;
}

/**
 * A copy of the field's text behind the field, of which only the tokens' backgrounds are seen: the field keeps its own
 * glyphs, caret, selection, spell-check and input methods.
 */
export function createMirror({ field, box, marksOf, painted, onUnmarked }: MirrorOptions): Mirror {
  const document = field.ownerDocument;
  const view = document.defaultView ?? window;
  const sheet = document.createElement("div");
  let texts: string[] = [];
  const lines: HTMLElement[] = [];
  let frame = 0;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let hash = "";
  /** Whether the drawn text is older than the field's, though no mark moved. */
  let waiting = false;
  let height = -1;
  let plain = false;
  let plaintext = false;
  let unmarked = false;
  let stale = false;
  let indent = "0px";
  let indented: HTMLElement | undefined;
  const before = { position: field.style.position, backgroundColor: field.style.backgroundColor };

  /** Draws in this frame only what can be seen to differ: the words that are typed after all marks are not seen. */
  function drawMoved(): void {
    frame = 0;
    // To ask for the height lays the page out, which costs more than a short text's mirror.
    if (field.value.length < SHORT_TEXT) return draw();
    const { scrollHeight } = field;
    const settled = scrollHeight === height && height > field.clientHeight && !stale;
    height = scrollHeight;
    if (settled && plain && canWait(field.value.split("\n"))) waiting = true;
    else draw();
  }

  function canWait(next: readonly string[]): boolean {
    const { prefix, suffix } = diffLines(texts, next);
    if (texts.length !== next.length || prefix + suffix !== next.length - 1) return false;
    return staysInPlace(texts[prefix] ?? "", next[prefix] ?? "", (line) => marks(line, 0));
  }

  function draw(): void {
    frame = 0;
    waiting = false;
    const { value } = field;
    const tooLong = value.length > MAX_MARKED_TEXT;
    const next = tooLong ? [] : value.split("\n");
    const { prefix, suffix } = diffLines(texts, next);
    const end = next.length - suffix;
    const old = lines.splice(prefix, texts.length - prefix - suffix);
    let offset = 0;
    for (let index = 0; index < prefix; index++) offset += (next[index]?.length ?? 0) + 1;
    const added = document.createDocumentFragment();
    const fresh = next.slice(prefix, end).map((text, at) => {
      const line = old[at] ?? added.appendChild(createMirrorLine(document, plaintext));
      fillMirrorLine(line, text, marks(text, offset));
      offset += text.length + 1;
      return line;
    });
    for (const line of old.slice(fresh.length)) line.remove();
    sheet.insertBefore(added, lines[prefix] ?? null);
    lines.splice(prefix, 0, ...fresh);
    texts = next;
    report(
      tooLong || fresh.length > 0 ? tooLong || texts.some((text) => text.length > MAX_MARKED_LINE) : unmarked,
    );
    if (stale) classifyAll();
    indentFirstLine();
  }

  /** A field is one block, of which only the first line is indented; here each line is a block. */
  function indentFirstLine(): void {
    const [first] = lines;
    if (first !== indented) indented?.style.removeProperty("text-indent");
    if (first && first.style.textIndent !== indent) first.style.textIndent = indent;
    indented = first;
  }

  function marks(text: string, offset: number): readonly LineMark[] {
    return text.length > MAX_MARKED_LINE ? [] : marksOf(text, offset);
  }

  function report(next: boolean): void {
    if (next === unmarked) return;
    unmarked = next;
    onUnmarked(next);
  }

  function classifyAll(): void {
    stale = false;
    let offset = 0;
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index];
      const text = texts[index] ?? "";
      if (line?.childElementCount) reclassifyLine(line, marks(text, offset));
      offset += text.length + 1;
    }
  }

  function scroll(): void {
    sheet.style.transform = `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`;
  }

  function place(style: CSSStyleDeclaration): void {
    const parent = box.offsetParent;
    if (!parent) return;
    const fieldBox = field.getBoundingClientRect();
    const parentBox = parent.getBoundingClientRect();
    const scale = fieldBox.width / field.offsetWidth || 1;
    const left = (fieldBox.left - parentBox.left) / scale - parent.clientLeft + parent.scrollLeft;
    const top = (fieldBox.top - parentBox.top) / scale - parent.clientTop + parent.scrollTop;
    Object.assign(box.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${fieldBox.width / scale}px`,
      height: `${fieldBox.height / scale}px`,
    });
    const borders = parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth);
    // A scroll bar takes its width from the text; in right-to-left fields it stands on the left.
    sheet.style.width = `${field.clientWidth + (borders || 0)}px`;
    sheet.style.left = `${field.clientLeft - (parseFloat(style.borderLeftWidth) || 0)}px`;
  }

  function measure(style: CSSStyleDeclaration): void {
    for (const property of TEXT_METRICS) sheet.style.setProperty(property, style.getPropertyValue(property));
    plain = style.direction === "ltr" && /^(start|left|auto)$/.test(style.textAlign);
    indent = style.textIndent;
    sheet.style.textIndent = "0px";
    indentFirstLine();
    const nowPlaintext = style.unicodeBidi === "plaintext";
    if (nowPlaintext !== plaintext) {
      plaintext = nowPlaintext;
      for (const line of lines) line.style.unicodeBidi = plaintext ? "plaintext" : "";
    }
    place(style);
    scroll();
  }

  function refresh(): void {
    const style = view.getComputedStyle(field);
    hash = metricsHash(style);
    measure(style);
  }

  function check(): void {
    const style = view.getComputedStyle(field);
    const now = metricsHash(style);
    if (now === hash) return place(style);
    hash = now;
    measure(style);
  }

  function caretBox(offset: number): Box {
    if (frame || waiting) {
      view.cancelAnimationFrame(frame);
      draw();
    }
    let index = 0;
    let rest = offset;
    while (index < texts.length - 1 && rest > (texts[index]?.length ?? 0)) {
      rest -= (texts[index]?.length ?? 0) + 1;
      index++;
    }
    const line = lines[index];
    const range = document.createRange();
    if (!line || typeof range.getBoundingClientRect !== "function") return field.getBoundingClientRect();
    const walker = document.createTreeWalker(line, view.NodeFilter.SHOW_TEXT);
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

  function schedule(): void {
    if (frame) return;
    frame = view.requestAnimationFrame(drawMoved);
    clearTimeout(restTimer);
    restTimer = setTimeout(() => {
      draw();
      check();
    }, REST_MS);
  }

  Object.assign(box.style, {
    position: "absolute",
    right: "auto",
    bottom: "auto",
    margin: "0",
    overflow: "hidden",
    pointerEvents: "none",
    userSelect: "none",
    contain: "strict",
    visibility: "hidden",
  });
  Object.assign(sheet.style, {
    position: "absolute",
    top: "0",
    boxSizing: "border-box",
    borderStyle: "solid",
    borderColor: "transparent",
  });
  if (painted) {
    field.style.position ||= "relative";
    field.style.backgroundColor = "transparent";
  }
  box.replaceChildren(sheet);
  refresh();
  draw();
  const stops = [
    observeElement(field, OWN_ATTRIBUTES, INHERITED_ATTRIBUTES, check),
    listen(document.fonts, "loadingdone", refresh),
  ];

  return {
    schedule,
    scroll,
    reclassify() {
      stale = true;
      schedule();
    },
    check,
    refresh,
    caretBox,
    destroy() {
      stops.forEach((stop) => stop());
      clearTimeout(restTimer);
      if (frame) view.cancelAnimationFrame(frame);
      if (painted) Object.assign(field.style, before);
      sheet.remove();
    },
  };
}
