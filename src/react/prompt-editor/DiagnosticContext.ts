"use client";
import type { Diagnostic } from "../../template/index.js";
import { createStrictContext } from "../internal/createStrictContext.js";

export const [DiagnosticProvider, useDiagnostic] = createStrictContext<Diagnostic>(
  "PromptEditor.Diagnostics",
  "its problem",
);
