import type { Token } from "./nextToken.js";
import type { Diagnostic, DiagnosticCode, Severity, TemplateReference, TextRange } from "./types.js";

const WORDS: Record<DiagnosticCode, string> = {
  unknown_variable: "no earlier node has this variable.",
  late_variable: "this node does not run before this one.",
  missing_variable: "has no value.",
  object_in_text: "is an object or a list and is written as JSON.",
  empty_value: "is empty.",
  unclosed_braces: "These braces are never closed.",
  empty_braces: "These braces are empty.",
  unsupported_expression: "Only a path may stand between braces; code is not run.",
  too_long: "The text is too long.",
};

/** Puts a diagnostic together; `about` adds the path and what fills the words in another language. */
export function createDiagnostic(
  code: DiagnosticCode,
  severity: Severity,
  { start, end }: TextRange,
  params?: Record<string, unknown>,
  path?: string,
  suggestion?: string,
): Diagnostic {
  const about = path === undefined ? "" : path + ": ";
  const hint = suggestion === undefined ? "" : ` Did you mean ${suggestion}?`;
  return {
    code,
    severity,
    range: { start, end },
    message: about + WORDS[code] + hint,
    ...(params && { params }),
    ...(path !== undefined && { path }),
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** The same about a variable. */
export const aboutReference = (
  code: DiagnosticCode,
  severity: Severity,
  { path, range }: TemplateReference,
  suggestion?: string,
) => createDiagnostic(code, severity, range, { path }, path, suggestion);

/** What is wrong with a token by itself, if anything. */
export function tokenDiagnostic(token: Token): Diagnostic | undefined {
  const code =
    token.state === "unclosed"
      ? "unclosed_braces"
      : token.state === "empty"
        ? "empty_braces"
        : token.state === "unsupported" && "unsupported_expression";
  return code ? createDiagnostic(code, "error", token) : undefined;
}
