"use client";
import { createContext } from "react";

/** Path of a prompt text in the form. */
export type PromptPath = "prompt.template" | "prompt.instructions";

/** Text that a form owns. The form has it at every key; nothing waits for a render. */
export interface BoundText {
  /** Reads the text as the form has it. */
  get(): string;
  /** Takes what the user made of it, in the event of the edit. */
  change(text: string): void;
  /** Commits it: the field lost the focus, or a suggestion was accepted. Pauses are the form's to notice. */
  commit(): void;
  /** Calls `listener` when the form's values change, whoever changed them. Returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void;
  /**
   * Calls `listener` before the form's values are read for a run, so that what stands in the field is what is sent.
   * Returns the function that unsubscribes.
   */
  onRead(listener: () => void): () => void;
}

/** State and text that a form lends to the prompt editor inside it, so that `<PromptEditor.Root>` needs no props there. */
export interface PromptBinding {
  name: string;
  text: BoundText;
  /** Runs the form: Ctrl+Enter and Cmd+Enter. */
  onRun: () => void;
  disabled: boolean;
  readOnly: boolean;
  invalid: boolean;
  /** Id of the element that says what is wrong, while there is one. */
  errorId: string | undefined;
  /** Words of what is wrong. */
  error?: string | undefined;
  /** Words that name the text. */
  label: string;
  /** Code points that the chosen image model takes. */
  maxPromptLength: number | undefined;
}

/** Provided by the form around each prompt text; `null` where the editor stands alone. */
export const PromptBindingContext = createContext<PromptBinding | null>(null);

/** Names the text that is lent here for good, so that a field of the same name need not lend it again. */
export const PromptPathContext = createContext<PromptPath | null>(null);
