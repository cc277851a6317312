import { listen } from "../../internal/listen.js";
import { observeElement } from "../../internal/observeElement.js";
import { createIdleWork } from "../../internal/createIdleWork.js";
import type { View } from "./createLineStack.js";
import { createMirrorSheet, type MirrorSheetOptions } from "./createMirrorSheet.js";
import { placeMirror, styleMirror } from "./placeMirror.js";
import { metricsHash, TEXT_METRICS } from "./textMetrics.js";

/** Texts shorter than this are drawn at every change. */
const SHORT_TEXT = 2_000;

/** Milliseconds without a change after which what could wait is drawn, and the field's style is compared. */
const PAUSE_MS = 300;

/** Lines that are drawn in one idle moment. */
const IDLE_LINES = 100;

/** Attributes that move glyphs when they are set on the field itself, and on anything around it. */
const OWN_ATTRIBUTES = ["style", "wrap", "cols", "rows"];
// Not the `style` of what is around: a canvas writes its pan there at every frame.
const INHERITED_ATTRIBUTES = ["class", "dir", "lang"];

export interface Mirror {
  /** Draws the text in the next frame: call it when the text changed. */
  schedule(): void;
  /** Follows the field's scrolling. */
  scroll(): void;
  /** Brings the marks up to date in the next frame, by attribute alone: call it when what the tokens mean changed. */
  reclassify(): void;
  /** Measures again if anything that moves a glyph changed. */
  check(): void;
  /** Draws in idle moments what is out of view: call it when somebody may soon type there. */
  prepare(): void;
  /** Measures again in any case. */
  refresh(): void;
  /** Measures where a caret at this offset stands, in viewport coordinates. */
  caretBox(offset: number): DOMRect;
  destroy(): void;
}

/**
 * Creates a copy of the field's text behind the field, of which only the tokens' backgrounds are seen: the field keeps
 * its own glyphs, caret, selection, spell-check and input methods.
 */
export function createMirror(options: MirrorSheetOptions): Mirror {
  const { field } = options;
  const document = field.ownerDocument;
  const view = document.defaultView ?? window;
  const sheet = createMirrorSheet(options);
  const { style: sheetStyle } = sheet.element;
  let frame = 0;
  let pauseTimer: ReturnType<typeof setTimeout> | undefined;
  let hash = "";
  /** Whether the drawn text is older than the field's, though no mark moved. */
  let waiting = false;
  /** Whether lines may have come into view that are not drawn, or have no marks yet. */
  let cameIntoView = false;
  let height = -1;
  /** Draws what is out of view: whoever types far down should not wait for it. */
  const idle = createIdleWork(view, () => sheet.drawMore(IDLE_LINES));

  function draw(): void {
    frame = 0;
    waiting = false;
    cameIntoView = false;
    sheet.draw(field.value, readView(field));
  }

  /** Draws in this frame only what can be seen to differ: the words that are typed after all marks are not seen. */
  function drawMoved(): void {
    frame = 0;
    const { value } = field;
    // To ask for the height lays the page out, which costs more than a short text's mirror.
    if (value.length < SHORT_TEXT) return draw();
    const { scrollHeight } = field;
    const settled = scrollHeight === height && height > field.clientHeight;
    height = scrollHeight;
    if (settled && !cameIntoView && sheet.keepsMarks(value)) waiting = true;
    else draw();
  }

  function scroll(): void {
    sheetStyle.transform = `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`;
    drawSeen();
  }

  /** Draws in the next frame what has come into view. */
  function drawSeen(): void {
    if (!sheet.isPartial()) return;
    cameIntoView = true;
    schedule();
  }

  /** Measures again if anything that moves a glyph changed; says whether anything did. */
  function measure(): boolean {
    const style = view.getComputedStyle(field);
    const now = metricsHash(style);
    const changed = now !== hash;
    hash = now;
    if (changed) {
      for (const property of TEXT_METRICS) sheetStyle.setProperty(property, style.getPropertyValue(property));
      sheet.setStyle(style);
    }
    placeMirror(field, style, box, sheet.element);
    if (changed) scroll();
    return changed;
  }

  function check(): void {
    if (!measure()) drawSeen();
  }

  function refresh(): void {
    hash = "";
    check();
  }

  function schedule(): void {
    if (frame) return;
    frame = view.requestAnimationFrame(drawMoved);
    clearTimeout(pauseTimer);
    pauseTimer = setTimeout(() => {
      draw();
      measure();
    }, PAUSE_MS);
  }

  const box = options.box ?? document.createElement("div");
  const stops = [options.box ? showThrough(field) : addUnseen(box, field)];
  styleMirror(box, sheet.element);
  box.replaceChildren(sheet.element);
  check();
  draw();
  stops.push(
    observeElement(field, OWN_ATTRIBUTES, INHERITED_ATTRIBUTES, check),
    listen(document.fonts, "loadingdone", refresh),
  );

  return {
    schedule,
    scroll,
    reclassify() {
      sheet.expire();
      schedule();
    },
    check,
    prepare: idle.begin,
    refresh,
    caretBox(offset) {
      if (frame || waiting) {
        view.cancelAnimationFrame(frame);
        draw();
      }
      return sheet.caretBox(offset) ?? field.getBoundingClientRect();
    },
    destroy() {
      stops.forEach((stop) => stop());
      clearTimeout(pauseTimer);
      view.cancelAnimationFrame(frame);
      idle.end();
      sheet.element.remove();
    },
  };
}

/**
 * Puts a box after a field, heard and seen by nobody.
 *
 * @returns a function that removes the box
 */
function addUnseen(box: HTMLElement, field: HTMLElement): () => void {
  box.setAttribute("aria-hidden", "true");
  box.translate = false;
  field.after(box);
  return () => box.remove();
}

/**
 * Lets what lies behind a field be seen through it.
 *
 * @returns a function that gives the field its own background back
 */
function showThrough({ style }: HTMLElement): () => void {
  const { position, backgroundColor } = style;
  style.position ||= "relative";
  style.backgroundColor = "transparent";
  return () => Object.assign(style, { position, backgroundColor });
}

/** Returns what is seen of a long text, with as much above and below it; `null` where all is to be drawn. */
function readView(field: HTMLTextAreaElement): View | null {
  // To ask what is seen lays the page out, which costs more than a short text's mirror.
  if (field.value.length < SHORT_TEXT) return null;
  const { scrollTop, clientHeight, scrollHeight } = field;
  if (clientHeight === 0) return null;
  return { top: scrollTop - clientHeight, bottom: scrollTop + 2 * clientHeight, height: scrollHeight };
}
