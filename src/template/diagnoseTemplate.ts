import { classifyReference } from "./classifyReference.js";
import { createDiagnostic } from "./createDiagnostic.js";
import { createPathSuggester } from "./createPathSuggester.js";
import { findTrigger } from "./findTrigger.js";
import { formatPath } from "./formatPath.js";
import { readTokens } from "./readTokens.js";
import { readValue } from "./readValue.js";
import type { Diagnostic, DiagnosticCode, Severity, TemplateReference, VariableIndex } from "./types.js";

/** Options of {@link diagnoseTemplate}. */
export interface DiagnoseOptions {
  /** Most code points of the text; no limit unless given. */
  maxLength?: number | undefined;
  /** Offset of the caret, if there is one: problems of the token that is being typed there are "pending". */
  caret?: number | undefined;
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
  { maxLength = Infinity, caret = -1 }: DiagnoseOptions = {},
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const typed = findTrigger(text, caret)?.start;
  const suggest = createSuggester(index);
  for (const token of readTokens(text)) {
    if (token.code === "escaped") continue;
    const [code, severity = "warning"] = token.code
      ? [token.code, "error" as const]
      : findFault(token, index);
    if (!code) continue;
    const meant = !token.code && code === "unknown_variable" ? suggest(token.segments) : undefined;
    const { range, path } = token;
    found.push(createDiagnostic(code, range.start === typed ? "pending" : severity, range, path, meant));
  }
  const points = text.length > maxLength ? Array.from(text) : [];
  const { length } = points;
  if (length > maxLength) {
    const range = { start: points.slice(0, maxLength).join("").length, end: text.length };
    found.push(createDiagnostic("too_long", "error", range, undefined, undefined, { length, maxLength }));
  }
  return found;
}

function findFault(
  { segments, optional, fallback }: TemplateReference,
  index: VariableIndex,
): [code?: DiagnosticCode, severity?: Severity] {
  const { state, variable, source } = classifyReference(index, segments);
  const covered = optional || fallback !== undefined;
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
