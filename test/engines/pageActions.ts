// Each function runs in the page: it uses nothing of this file.

import type { Press } from "./findPlace.js";

interface Runner {
  selectorEngine: {
    parseSelector(text: string): unknown;
    querySelectorAll(parsed: unknown, root: Node): Element[];
  };
}

/**
 * Gives focus to the frame of the tests, so that keys get there; what has focus in it keeps it. Around the frame stands
 * what Tab reaches after its last stop: else that would be the browser's own bar, from which no page gets keys back.
 *
 * @returns whether the frame has focus now
 */
export function focusFrame(): boolean {
  const iframe = document.querySelector<HTMLIFrameElement>("iframe[data-vitest]");
  if (!iframe) return false;
  for (const place of ["afterbegin", "beforeend"] as const) {
    const id = `engine-${place}`;
    if (document.getElementById(id)) continue;
    const edge = document.createElement("div");
    Object.assign(edge, { id, tabIndex: 0 });
    edge.style.cssText = "position:fixed;top:0;left:0";
    document.body.insertAdjacentElement(place, edge);
  }
  const hasFocus = () => document.activeElement === iframe && iframe.contentDocument?.hasFocus() === true;
  if (!hasFocus()) iframe.contentWindow?.focus();
  return hasFocus();
}

/** Ends the watch over a press, and returns what it got to, if that was not its element. */
export function takePress(): string | null {
  const { enginePress } = window as { enginePress?: Press };
  enginePress?.take();
  return enginePress?.missed ?? null;
}

/** Gives focus to an element of the tests' frame. */
export function focusElement(selector: string) {
  const iframe = document.querySelector<HTMLIFrameElement>("iframe[data-vitest]");
  const inner = iframe?.contentWindow as (Window & { __vitest_browser_runner__: Runner }) | null | undefined;
  if (!inner) return;
  const { selectorEngine } = inner.__vitest_browser_runner__;
  const [element] = selectorEngine.querySelectorAll(selectorEngine.parseSelector(selector), inner.document);
  inner.focus();
  (element as HTMLElement | undefined)?.focus();
}

/** Selects the text of the field that has focus and, unless it is null, puts another in its place as typing does. */
export function putText(text: string | null) {
  const inner = document.querySelector<HTMLIFrameElement>("iframe[data-vitest]")?.contentWindow;
  let field = inner?.document.activeElement;
  while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
  if (!inner || !field) return;
  (field as HTMLInputElement).select();
  if (text === null) return;
  if (text === "") inner.document.execCommand("delete");
  else inner.document.execCommand("insertText", false, text);
}

/** Lets the next key undo or redo, as a browser's own key does: after the page has had it, unless that prevents it. */
export function undoByKey(command: "undo" | "redo") {
  let document = window.document;
  for (;;) {
    const inner = (document.activeElement as HTMLIFrameElement | null)?.contentDocument;
    if (!inner) break;
    document = inner;
  }
  document.defaultView?.addEventListener(
    "keydown",
    (event) => setTimeout(() => event.defaultPrevented || document.execCommand(command)),
    { once: true, capture: true },
  );
}

/** Puts files into a file field, as its dialog does. */
export function putFiles(
  selector: string,
  files: readonly { name: string; mimeType: string; base64: string }[],
) {
  const iframe = document.querySelector<HTMLIFrameElement>("iframe[data-vitest]");
  const inner = iframe?.contentWindow as
    (Window & typeof globalThis & { __vitest_browser_runner__: Runner }) | null | undefined;
  if (!inner) return;
  const { selectorEngine } = inner.__vitest_browser_runner__;
  const [element] = selectorEngine.querySelectorAll(selectorEngine.parseSelector(selector), inner.document);
  const field = element as HTMLInputElement;
  const chosen = new inner.DataTransfer();
  for (const { name, mimeType, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    chosen.items.add(new inner.File([bytes], name, { type: mimeType }));
  }
  field.files = chosen.files;
  field.dispatchEvent(new inner.Event("input", { bubbles: true, composed: true }));
  field.dispatchEvent(new inner.Event("change", { bubbles: true }));
}

/** Gives the frame of the tests a size, in CSS px, and each frame after it; waits until its window was told. */
export async function sizeFrame(width: number, height: number) {
  const id = "engine-frame-size";
  const style = document.getElementById(id) ?? document.head.appendChild(document.createElement("style"));
  style.id = id;
  style.textContent = `iframe[data-vitest] { width: ${width}px !important; height: ${height}px !important; }`;
  const inner = document.querySelector<HTMLIFrameElement>("iframe[data-vitest]")?.contentWindow;
  for (let frames = 0; inner && frames < 2; frames += 1)
    await new Promise((resolve) => inner.requestAnimationFrame(resolve));
}
