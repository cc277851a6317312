import type { Store } from "../../../internal/createStore.js";
import type { Variable } from "../../../template/index.js";
import type { Translate } from "../../messages/index.js";
import { statusText, type Notice } from "./statusText.js";
import type { SuggestionState } from "./suggestionState.js";

/** Milliseconds without a change before anything is said, so that typing is not talked over. */
const STATUS_DELAY_MS = 150;

/**
 * Styles of an element that is heard and not seen; set in the browser, because a strict style policy drops them from
 * markup.
 */
const VISUALLY_HIDDEN = {
  position: "absolute",
  width: "1px",
  height: "1px",
  margin: "-1px 0",
  padding: "0",
  border: "0",
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
};

/** Stores that the status follows. */
export interface StatusSources {
  suggestions: Store<SuggestionState>;
  notice: Store<Notice | null>;
  /** Whether an input method composes. */
  composing: Store<boolean>;
  /** Names a variable for people. */
  display(variable: Variable): string;
}

/**
 * Writes the number of matches and the outcome of an insertion into a live region; silent while an input method
 * composes.
 *
 * @returns a function that stops writing
 */
export function announceStatus(
  { suggestions, notice, composing, display }: StatusSources,
  element: HTMLElement,
  t: Translate,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = () => {
    clearTimeout(timer);
    if (composing.get()) return;
    timer = setTimeout(() => {
      const words = statusText(suggestions.get(), notice.get(), t, display);
      // The same words written again would be said again.
      if (element.textContent !== words) element.textContent = words;
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
  Object.assign(element.style, VISUALLY_HIDDEN);
  if (suggestions.get().open) say();
  return () => {
    clearTimeout(timer);
    stops.forEach((stop) => stop());
  };
}
