import { fireEvent, screen } from "@testing-library/react";
import { createImageNodeConfig } from "image-generation-node/contract";

/** A configuration with a prompt. */
export const cat = (changes = {}) => createImageNodeConfig({ prompt: { template: "A cat" }, ...changes });
/** The prompt's field. */
export const prompt = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Prompt" });
/** The button that runs. */
export const generate = () => screen.getByRole("button", { name: "Generate" });

/** Types as a browser does: one input event per key. */
export function type(field: HTMLTextAreaElement, text: string) {
  for (const letter of text) fireEvent.change(field, { target: { value: field.value + letter } });
}
