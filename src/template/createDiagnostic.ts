import type { Diagnostic, DiagnosticCode, Severity, TextRange } from "./types.js";

const WORDS: Record<DiagnosticCode, string> = {
  unknown_variable: "no earlier node has this variable",
  late_variable: "this node does not run before this one",
  missing_variable: "has no value",
  object_in_text: "is an object or a list, written as JSON",
  empty_value: "is empty",
  unclosed_braces: "These braces are not closed",
  empty_braces: "These braces are empty",
  unsupported_expression: "Only a path may stand between braces",
  too_long: "The text is too long",
  more_problems: "There are more problems",
};

/** Creates a diagnostic. */
export function createDiagnostic(
  code: DiagnosticCode,
  severity: Severity,
  { start, end }: TextRange,
  path?: string,
  suggestion?: string,
  params: Record<string, unknown> | undefined = path === undefined ? undefined : { path },
): Diagnostic {
  return {
    code,
    severity,
    range: { start, end },
    message:
      (path ? path + ": " : "") +
      (params?.["count"] ? `There are ${String(params["count"])} more problems` : WORDS[code]) +
      (suggestion ? `. Did you mean ${suggestion}?` : "."),
    ...(params && { params }),
    ...(path && { path }),
    ...(suggestion && { suggestion }),
  };
}
