import { classifyReference } from "./classifyReference.js";
import { aboutReference, createDiagnostic, tokenDiagnostic } from "./createDiagnostic.js";
import { findTrigger } from "./findTrigger.js";
import { nextToken } from "./nextToken.js";
import { readValue } from "./readValue.js";
import { suggestVariable } from "./suggestVariable.js";
import type { Diagnostic, DiagnosticCode, Severity, TemplateReference, VariableIndex } from "./types.js";

/** What a text is held against besides its variables. */
export interface DiagnoseOptions {
  /** How many code points the text may have. */
  maxLength?: number | undefined;
  /** Where the caret is: what is wrong with the token being typed there is "pending". */
  caret?: number | undefined;
}

/** Searching for what was meant is bounded: a text of nothing but mistakes must not cost more than others. */
const MAX_SUGGESTIONS = 20;

/** Says what is wrong with a text before it is run. Never throws; in the order of the text. */
export function diagnoseTemplate(
  text: string,
  index: VariableIndex,
  { maxLength = Infinity, caret }: DiagnoseOptions = {},
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const typed = caret === undefined ? undefined : findTrigger(text, caret)?.start;
  let suggestions = MAX_SUGGESTIONS;
  for (let token = nextToken(text, 0); token; token = nextToken(text, token.end)) {
    const { reference } = token;
    const diagnostic = reference
      ? diagnoseReference(reference, index, () => suggestions-- > 0)
      : tokenDiagnostic(token);
    if (!diagnostic) continue;
    const pending = token.start === typed;
    diagnostics.push(pending ? { ...diagnostic, severity: "pending" } : diagnostic);
  }
  const tooLong = diagnoseLength(text, maxLength);
  return tooLong ? [...diagnostics, tooLong] : diagnostics;
}

function diagnoseReference(
  reference: TemplateReference,
  index: VariableIndex,
  maySuggest: () => boolean,
): Diagnostic | undefined {
  const { segments, optional, fallback } = reference;
  const { state, variable, source } = classifyReference(index, segments);
  const covered = optional || fallback !== undefined;
  const say = (code: DiagnosticCode, severity: Severity, suggestion?: string) =>
    aboutReference(code, severity, reference, suggestion);
  if (state === "late") return say("late_variable", covered ? "warning" : "error");
  const sampled = source?.sample !== undefined;
  const value = readValue(source?.sample, segments.slice(1));
  if (state === "unknown" && value === undefined) {
    const suggestion = maySuggest() ? suggestVariable(index, segments) : undefined;
    return say("unknown_variable", covered ? "warning" : "error", suggestion);
  }
  if (sampled && state === "known") {
    if ((value === null && !covered) || (value === "" && !optional)) return say("empty_value", "warning");
    if (value === undefined && !covered) return say("missing_variable", "warning");
  }
  return /object|array|file/.test(variable?.type ?? "") ? say("object_in_text", "warning") : undefined;
}

function diagnoseLength(text: string, maxLength: number): Diagnostic | undefined {
  if (text.length <= maxLength) return;
  let length = 0;
  let start = 0;
  for (let at = 0; at < text.length; length++) {
    if (length === maxLength) start = at;
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  const range = { start, end: text.length };
  return length > maxLength ? createDiagnostic("too_long", "error", range, { length, maxLength }) : undefined;
}
