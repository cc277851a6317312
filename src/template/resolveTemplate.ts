import { canonicalJson } from "./canonicalJson.js";
import { aboutReference, tokenDiagnostic } from "./createDiagnostic.js";
import { formatPath } from "./formatPath.js";
import { nearest } from "./nearest.js";
import { nextToken } from "./nextToken.js";
import { memberNames, readMember, readValue } from "./readValue.js";
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
  const diagnostics: Diagnostic[] = [];
  const references: TemplateReference[] = [];
  const spans: { start: number; end: number; path: string }[] = [];
  let result = "";
  let last = 0;
  for (let token = nextToken(text, 0); token; token = nextToken(text, token.end)) {
    const { reference } = token;
    if (reference) {
      references.push(reference);
      const value = readValue(variables, reference.segments);
      const json = typeof value === "object" && value !== null;
      const printed = typeof value === "string" ? value : value === null ? undefined : canonicalJson(value);
      const words = printed ?? reference.fallback ?? (reference.optional ? "" : undefined);
      if (words === undefined) {
        diagnostics.push(aboutReference("missing_variable", "error", reference, meant(variables, reference)));
      } else {
        if (json && printed !== undefined)
          diagnostics.push(aboutReference("object_in_text", "warning", reference));
        if (printed === "" && !reference.optional) {
          diagnostics.push(aboutReference("empty_value", "warning", reference));
        }
        result += text.slice(last, token.start);
        spans.push({ start: result.length, end: result.length + words.length, path: reference.path });
        result += words;
        last = token.end;
      }
    } else if (token.state === "escape") {
      result += text.slice(last, token.start);
      last = token.start + 1;
    } else {
      const diagnostic = tokenDiagnostic(token);
      if (diagnostic) diagnostics.push(diagnostic);
    }
  }
  return { text: result + text.slice(last), diagnostics, references, spans };
}

/** The path that was probably meant: each name that is not there is replaced by the nearest that is. */
function meant(value: unknown, { segments }: TemplateReference): string | undefined {
  const path: (string | number)[] = [];
  for (const segment of segments) {
    let member = readMember(value, segment);
    let found: string | number | undefined = segment;
    if (member === undefined) {
      found = nearest(String(segment), memberNames(value));
      if (found === undefined) return;
      member = readMember(value, found);
    }
    path.push(found);
    value = member;
  }
  return value === null || path.every((segment, index) => segment === segments[index])
    ? undefined
    : formatPath(path);
}
