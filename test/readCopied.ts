import { act } from "@testing-library/react";
import { userEvent } from "vitest/browser";

/** Reads the clipboard as a person does, by pasting it into another field; some browsers let a script read only what it wrote. */
export async function readCopied(): Promise<string> {
  const focused = document.activeElement as HTMLElement | null;
  const field = document.body.appendChild(document.createElement("textarea"));
  act(() => field.focus());
  await userEvent.keyboard("{Control>}v{/Control}");
  act(() => focused?.focus());
  field.remove();
  return field.value;
}
