"use client";
import { createContext } from "react";
import type { Diagnostic } from "../../template/index.js";
import { createStrictContext } from "../internal/createStrictContext.js";

export const [DiagnosticProvider, useDiagnostic] = createStrictContext<Diagnostic>(
  "PromptEditor.Diagnostics",
  "its problem",
);

/** Id of the words of a problem, by which they describe the field. */
export const DiagnosticIdContext = createContext<string | undefined>(undefined);
