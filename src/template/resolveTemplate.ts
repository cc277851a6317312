import { canonicalJson } from "./canonicalJson.js";
import { createDiagnostic } from "./createDiagnostic.js";
import { readTokens } from "./readTokens.js";
import { memberNames, readValue } from "./readValue.js";
import { suggestPath } from "./suggestPath.js";
import type { Diagnostic, TemplateReference } from "./types.js";

/** Text with its values filled in. */
export interface ResolvedTemplate {
  /**
   * Text. A token that has no value, or is not a path, stays as written. Use it only where no diagnostic is an error.
   */
  text: string;
  /** Problems that were found. */
  diagnostics: readonly Diagnostic[];
  /** References in the template, in order. */
  references: readonly TemplateReference[];
  /** Position of each value in `text`, in UTF-16 units. */
  spans: readonly { start: number; end: number; path: string }[];
}

/**
 * Fills values into a text, in one pass: what a value holds is never parsed. Never throws, whatever the text and the
 * variables are; linear in the text's length.
 *
 * @param variables Object with one member per slug. Anything else counts as an empty one.
 *
 * @example
 * resolveTemplate("A {{trigger.color}} fox", { trigger: { color: "red" } }).text; // "A red fox"
 */
export function resolveTemplate(text: string, variables: unknown): ResolvedTemplate {
  const diagnostics: Diagnostic[] = [];
  const references: TemplateReference[] = [];
  const spans: { start: number; end: number; path: string }[] = [];
  let result = "";
  let last = 0;
  for (const token of readTokens(text)) {
    const { code, range } = token;
    if (code && code !== "escaped") {
      diagnostics.push(createDiagnostic(code, "error", range));
      continue;
    }
    result += text.slice(last, range.start);
    if (code) {
      last = range.start + 1;
      continue;
    }
    last = range.end;
    references.push(token);
    const { path, segments, optional, fallback } = token;
    // A slug is a name: a list has none, although its elements could be read.
    const value = typeof segments[0] === "string" ? readValue(variables, segments) : undefined;
    const printed = typeof value === "string" ? value : value === null ? undefined : canonicalJson(value);
    const words = printed ?? fallback ?? (optional ? "" : undefined);
    if (words === undefined) {
      const meant = suggestPath(
        segments,
        (at) => (readValue(variables, at) ?? null) !== null,
        (at) => memberNames(readValue(variables, at)),
      );
      diagnostics.push(createDiagnostic("missing_variable", "error", range, path, meant));
      last = range.start;
      continue;
    }
    const start = result.length;
    result += words;
    spans.push({ start, end: result.length, path });
    const warning = printed && typeof value === "object" ? "object_in_text" : "empty_value";
    if (warning === "object_in_text" || (printed === "" && !optional)) {
      diagnostics.push(createDiagnostic(warning, "warning", range, path));
    }
  }
  return { text: result + text.slice(last), diagnostics, references, spans };
}
