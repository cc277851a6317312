import { classifyReference } from "./classifyReference.js";
import { createDiagnostic } from "./createDiagnostic.js";
import { createPathSuggester } from "./createPathSuggester.js";
import { findFault } from "./findFault.js";
import { formatPath } from "./formatPath.js";
import { readValue } from "./readValue.js";
import { scanTokens } from "./scanTokens.js";
import type { TemplateLanguage, TemplatePath, TemplateToken } from "./TemplateLanguage.js";
import type { Diagnostic, DiagnosticCode, Severity, VariableIndex } from "./types.js";

/** Options of {@link diagnoseTokens}. */
export interface DiagnoseTokensOptions {
  /** Most code points of the text; no limit unless given. */
  maxLength?: number | undefined;
  /** Language of the text; its expressions are not judged. @default doubleBraceLanguage */
  language?: Pick<TemplateLanguage, "scan"> | undefined;
}

/**
 * Lists the problems of a text as `diagnoseTemplate` does where nobody is typing, for pages that need no more of a
 * language than its `scan`.
 */
export function diagnoseTokens(
  text: string,
  index: VariableIndex,
  { maxLength = Infinity, language }: DiagnoseTokensOptions = {},
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const suggest = createSuggester(index);
  for (const token of scanTokens(text, language)) {
    const { path: segments } = token;
    const fault = findFault(token);
    if (fault) {
      found.push(createDiagnostic(fault, "error", token));
      continue;
    }
    const [code, severity = "warning"] = segments ? findProblem(token, segments, index) : [];
    if (!code || !segments) continue;
    const meant = code === "unknown_variable" ? suggest(segments) : undefined;
    found.push(createDiagnostic(code, severity, token, formatPath(segments), meant));
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
