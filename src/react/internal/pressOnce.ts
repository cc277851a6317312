import type { KeyboardEvent } from "react";

const PRESSED_BY_ENTER = "button, input, a, summary";

/** Lets a held Enter press a control once: each repetition would press it again, or submit a form. */
export function pressOnce(event: KeyboardEvent): void {
  if (!event.repeat || event.key !== "Enter") return;
  if ((event.target as Element).matches(PRESSED_BY_ENTER)) event.preventDefault();
}
