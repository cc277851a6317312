"use client";
import { createContext } from "react";

/** Where a form keeps a prompt text. */
export type PromptPath = "prompt.template" | "prompt.instructions";

/** What a form lends to the prompt editor inside it, so that `<PromptEditor.Root>` needs no props there. */
export interface PromptBinding {
  name: string;
  value: string;
  onValueChange: (value: string) => void;
  /** The user came to rest: blur, accepted suggestion, a pause. */
  onValueCommit: () => void;
  /** Ctrl/Cmd+Enter. */
  onRun: () => void;
  disabled: boolean;
  readOnly: boolean;
  invalid: boolean;
  /** Id of the element that says what is wrong, while there is one. */
  errorId: string | undefined;
  /** Code points that the chosen image model takes. */
  maxPromptLength: number | undefined;
}

/** Provided by the form around each prompt text; `null` where the editor stands alone. */
export const PromptBindingContext = createContext<PromptBinding | null>(null);

/** Which text is lent here for good, so that a field of the same name need not lend it again. */
export const PromptPathContext = createContext<PromptPath | null>(null);
