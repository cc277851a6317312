import { classifyReference } from "./classifyReference.js";
import { createDiagnostic } from "./createDiagnostic.js";
import { createPathSuggester } from "./createPathSuggester.js";
import { displayDiagnostic } from "./displayDiagnostic.js";
import { findFault } from "./findFault.js";
import { findTrigger } from "./findTrigger.js";
import { formatPath } from "./formatPath.js";
import { guardLanguage } from "./guardLanguage.js";
import { readValue } from "./readValue.js";
import type { TemplateLanguage, TemplatePath, TemplateToken } from "./TemplateLanguage.js";
import type { Diagnostic, DiagnosticCode, Severity, VariableIndex } from "./types.js";

/** Options of {@link diagnoseTemplate}. */
export interface DiagnoseOptions {
  /** Most code points of the text; no limit unless given. */
  maxLength?: number | undefined;
  /** Offset of the caret, if there is one: problems of the token that is being typed there are "pending". */
  caret?: number | undefined;
  /** Language of the text; its expressions are not judged. @default doubleBraceLanguage */
  language?: TemplateLanguage | undefined;
}

/**
 * Lists the problems of a text before it is run, in the order of the text. Never throws.
 *
 * @example
 * const index = createVariableIndex(sources);
 * const problems = diagnoseTemplate(text, index, { maxLength: 4000 });
 * const canRun = problems.every(({ severity }) => severity !== "error");
 */
export function diagnoseTemplate(
  text: string,
  index: VariableIndex,
  { maxLength = Infinity, caret = -1, language: given }: DiagnoseOptions = {},
): readonly Diagnostic[] {
  const language = guardLanguage(given);
  const found: Diagnostic[] = [];
  const typed = findTrigger(text, caret, { language })?.start;
  const suggest = createSuggester(index);
  for (const token of language.scan(text)) {
    const { start, path: segments } = token;
    const fault = findFault(token);
    const [code, severity = "warning"] = fault
      ? [fault, "error" as const]
      : segments
        ? findProblem(token, segments, index)
        : [];
    if (!code) continue;
    const path = segments && !fault ? formatPath(segments) : undefined;
    const meant = segments && code === "unknown_variable" ? suggest(segments) : undefined;
    const diagnostic = createDiagnostic(code, start === typed ? "pending" : severity, token, path, meant);
    found.push(displayDiagnostic(diagnostic, index, language));
  }
  const points = text.length > maxLength ? Array.from(text) : [];
  const { length } = points;
  if (length > maxLength) {
    const range = { start: points.slice(0, maxLength).join("").length, end: text.length };
    found.push(createDiagnostic("too_long", "error", range, undefined, undefined, { length, maxLength }));
  }
  return found;
}

function findProblem(
  { optional, fallback }: TemplateToken,
  segments: TemplatePath,
  index: VariableIndex,
): [code?: DiagnosticCode, severity?: Severity] {
  const { state, variable, source } = classifyReference(index, segments);
  const covered = optional === true || fallback !== undefined;
  const severity = covered ? "warning" : "error";
  const value = readValue(source?.sample, segments.slice(1));
  if (state === "late") return ["late_variable", severity];
  if (state === "unknown" && value === undefined) return ["unknown_variable", severity];
  if (state === "known" && source?.sample !== undefined) {
    if (value === "" ? !optional : value === null && !covered) return ["empty_value"];
    if (value === undefined && !covered) return ["missing_variable"];
  }
  return /object|array|file/.test(variable?.type ?? "") ? ["object_in_text"] : [];
}

function createSuggester(index: VariableIndex) {
  return createPathSuggester(
    (path) => index.has(formatPath(path)),
    (path) => index.children(formatPath(path)).map(({ segments }) => String(segments.at(-1))),
    // A level may be missing, as in "trigger.style" for "trigger.output.style".
    (path) =>
      path.length > 1
        ? index.search(path.join(" "), { limit: 1, type: undefined }).items[0]?.path
        : undefined,
  );
}
