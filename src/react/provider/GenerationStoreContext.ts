"use client";
import { createContext } from "react";
import type { GenerationStore } from "../../client/index.js";

/** Lets the preview lead back into the form: to a field, and to a variable inside its text. */
export interface FormBridge {
  focusField: ((name: string, variable?: string) => void) | null;
  generate: (() => void) | null;
}

/** The run of one node, and the way between its preview and its form. */
export interface GenerationContextValue {
  store: GenerationStore | null;
  bridge: FormBridge;
}

/** Provided by `ImageNodeScope`; `null` where parts stand alone. */
export const GenerationStoreContext = createContext<GenerationContextValue | null>(null);
