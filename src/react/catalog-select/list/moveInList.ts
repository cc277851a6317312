import type { KeyboardEvent } from "react";

/**
 * Moves the focus in a list that stands in a shadow root or in another window's document. Radix asks the page's own
 * document which option has the focus, which says nothing there: each arrow would lead to the last option.
 */
export function moveInList(event: KeyboardEvent<HTMLElement>): void {
  const list = event.currentTarget;
  if (isInPage(list)) return;
  const options = optionsOf(list);
  const current = options.indexOf(event.target as HTMLElement);
  const next = {
    ArrowDown: current + 1,
    ArrowUp: current < 0 ? options.length - 1 : current - 1,
    Home: 0,
    End: -1,
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  // Only End counts from the last one: an arrow stops there.
  const option = event.key === "End" ? options.at(-1) : options[next];
  option?.focus();
}

/** Focuses the chosen option of a list outside of the page's own document, where Radix ends up at the list itself. */
export function enterList(list: HTMLElement): void {
  if (isInPage(list)) return;
  const chosen = list.querySelector<HTMLElement>('[role=option][data-state="checked"]:not([data-disabled])');
  (chosen ?? optionsOf(list)[0])?.focus();
}

function isInPage(list: HTMLElement): boolean {
  return list.getRootNode() === document;
}

function optionsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[role=option]:not([data-disabled])")];
}
