"use client";
import { createContext } from "react";
import type { Diagnostic } from "../../template/index.js";
import type { Messages } from "../messages/index.js";
import { createStrictContext } from "../internal/createStrictContext.js";

/** Problem of the text, and the words for it. */
export interface ShownDiagnostic {
  diagnostic: Diagnostic;
  say: Messages;
}

export const [DiagnosticProvider, useDiagnostic] = createStrictContext<ShownDiagnostic>(
  "PromptEditor.Diagnostics",
  "its problem",
);

/** Id of the words of a problem, by which they describe the field. */
export const DiagnosticIdContext = createContext<string | undefined>(undefined);
