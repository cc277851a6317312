import { canonicalJson } from "./canonicalJson.js";
import { createDiagnostic } from "./createDiagnostic.js";
import { parseTemplate } from "./parseTemplate.js";
import { memberNames, readValue } from "./readValue.js";
import { suggestPath } from "./suggestPath.js";
import type { Diagnostic, TemplateReference } from "./types.js";

/** A text with its values filled in. */
export interface ResolvedTemplate {
  /** A token that has no value, or is not a path, stays as written. Use it only where no diagnostic is an error. */
  text: string;
  diagnostics: readonly Diagnostic[];
  references: readonly TemplateReference[];
  /** Where each value stands in `text`, in UTF-16 units. */
  spans: readonly { start: number; end: number; path: string }[];
}

/**
 * Fills the values in, in one pass: what a value holds is never parsed. Never throws, whatever the text and the
 * variables are; linear in the text's length.
 *
 * @param variables An object with one member per slug. Anything else counts as an empty one.
 */
export function resolveTemplate(text: string, variables: unknown): ResolvedTemplate {
  const parsed = parseTemplate(text);
  const diagnostics = [...parsed.diagnostics];
  const references: TemplateReference[] = [];
  const spans: { start: number; end: number; path: string }[] = [];
  let result = "";
  for (const part of parsed.parts) {
    if (part.type === "text") {
      result += part.text;
      continue;
    }
    const { reference, range } = part;
    const { path, segments, optional, fallback } = reference;
    const value = readValue(variables, segments);
    const printed = typeof value === "string" ? value : value === null ? undefined : canonicalJson(value);
    const words = printed ?? fallback ?? (optional ? "" : undefined);
    const start = result.length;
    references.push(reference);
    result += words ?? text.slice(range.start, range.end);
    if (words !== undefined) spans.push({ start, end: result.length, path });
    if (words === undefined) {
      const meant = suggestPath(
        segments,
        (at) => (readValue(variables, at) ?? null) !== null,
        (at) => memberNames(readValue(variables, at)),
      );
      diagnostics.push(createDiagnostic("missing_variable", "error", range, path, meant));
    } else if (printed && typeof value === "object") {
      diagnostics.push(createDiagnostic("object_in_text", "warning", range, path));
    } else if (printed === "" && !optional) {
      diagnostics.push(createDiagnostic("empty_value", "warning", range, path));
    }
  }
  return { text: result, diagnostics: diagnostics.sort(byPlace), references, spans };
}

/** Puts diagnostics into the order of the text. */
export const byPlace = (a: Diagnostic, b: Diagnostic) => a.range.start - b.range.start;
