import { act } from "@testing-library/react";
import { expect } from "vitest";
import { userEvent } from "vitest/browser";
import type { findParts } from "./Editor.js";

type Parts = Pick<ReturnType<typeof findParts>, "isOpen" | "field" | "list">;

/** Types a text with real keys, exactly as it stands. */
export async function typeText(text: string): Promise<void> {
  await userEvent.keyboard(text.replace(/[{[]/g, "$&$&"));
}

/** Presses named keys: `{Enter}`, `{Shift>}{Tab}{/Shift}`. */
export async function press(keys: string): Promise<void> {
  await userEvent.keyboard(keys);
}

/** Focuses the field and sets the caret; a text empties the field first. */
export async function put(field: HTMLTextAreaElement, caret: number | ""): Promise<void> {
  act(() => field.focus());
  field.setSelectionRange(caret || 0, caret || 0);
  await painted();
}

/** Until the next frame is on the screen. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Long enough for everything that a key sets off. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 60));
  await painted();
}

/** Until the list is seen, and long enough that Enter means the list. */
export async function waitForOpen(editor: Parts): Promise<void> {
  await expect.poll(editor.isOpen).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 90));
}

export async function waitForClosed(editor: Parts): Promise<void> {
  await expect.poll(editor.isOpen).toBe(false);
}
