import type { Translate } from "../../messages/index.js";
import type { EditorCore } from "./createEditor.js";
import { statusText } from "./statusText.js";
import { visuallyHidden } from "./visuallyHidden.js";

/** Milliseconds of rest before anything is said, so that typing is not talked over. */
const STATUS_DELAY_MS = 150;

/**
 * Writes into a live region what the list holds and what became of an insertion; silent while an input method composes.
 *
 * @returns stops writing
 */
export function announceStatus(editor: EditorCore, element: HTMLElement, t: Translate): () => void {
  const { suggestions, notice, composing } = editor;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = () => {
    clearTimeout(timer);
    if (composing.get()) return;
    timer = setTimeout(() => {
      element.textContent = statusText(suggestions.get(), notice.get(), t);
    }, STATUS_DELAY_MS);
  };
  const stops = [
    suggestions.subscribe(() => {
      if (suggestions.get().open) notice.set(null);
      say();
    }),
    notice.subscribe(say),
    composing.subscribe(say),
  ];
  Object.assign(element.style, visuallyHidden);
  return () => {
    clearTimeout(timer);
    stops.forEach((stop) => stop());
  };
}
