import { boundedJson } from "./canonicalJson.js";
import { createDiagnostic } from "./createDiagnostic.js";
import { createPathSuggester } from "./createPathSuggester.js";
import { findFault } from "./findFault.js";
import type { Token } from "./nextToken.js";
import { readTokens } from "./readTokens.js";
import { memberNames, readValue } from "./readValue.js";
import { readVariable } from "./readVariable.js";
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
 * Fills values into a text as `resolveTemplate` does, up to a length in UTF-16 units. Where the result needs more, it ends
 * there with the error `too_long`, before anything longer is made.
 *
 * @param tokens tokens of the text; those of this package's language unless given
 *
 * @example
 * resolveWithin("A {{trigger.color}} fox", { trigger: { color: "red" } }, 4).text; // "A re"
 */
export function resolveWithin(
  text: string,
  variables: unknown,
  maxLength: number,
  tokens: readonly Token[] = readTokens(text),
): ResolvedTemplate {
  const diagnostics: Diagnostic[] = [];
  const references: TemplateReference[] = [];
  const spans: { start: number; end: number; path: string }[] = [];
  const suggest = createPathSuggester(
    (at) => (readValue(variables, at) ?? null) !== null,
    (at) => memberNames(readValue(variables, at)),
  );
  const print = createPrinter();
  let result = "";
  let last = 0;
  const cut = (more: string, start: number): ResolvedTemplate => {
    const range = { start, end: text.length };
    diagnostics.push(createDiagnostic("too_long", "error", range, undefined, undefined, { maxLength }));
    const kept = result + more.slice(0, Math.max(0, maxLength - result.length));
    return { text: kept.replace(HALF_A_PAIR, ""), diagnostics, references, spans };
  };
  for (const token of tokens) {
    const { reference, escaped } = token;
    const fault = findFault(token);
    if (fault) diagnostics.push(createDiagnostic(fault, "error", token));
    if (!reference && !escaped) continue;
    const plain = text.slice(last, token.start);
    if (result.length + plain.length > maxLength) return cut(plain, last);
    result += plain;
    last = token.start + 1;
    if (!reference) continue;
    last = token.end;
    references.push(reference);
    const { path, segments, optional, fallback, range } = reference;
    const value = readVariable(variables, segments);
    const printed = print(value, maxLength - result.length);
    if (printed === null) return cut("", range.start);
    const words = printed ?? fallback ?? (optional ? "" : undefined);
    if (words === undefined) {
      diagnostics.push(createDiagnostic("missing_variable", "error", range, path, suggest(segments)));
      last = range.start;
      continue;
    }
    if (result.length + words.length > maxLength) return cut(words, range.start);
    const start = result.length;
    result += words;
    spans.push({ start, end: result.length, path });
    const warning = printed && typeof value === "object" ? "object_in_text" : "empty_value";
    if (warning === "object_in_text" || (printed === "" && !optional)) {
      diagnostics.push(createDiagnostic(warning, "warning", range, path));
    }
  }
  const plain = text.slice(last);
  if (result.length + plain.length > maxLength) return cut(plain, last);
  return { text: result + plain, diagnostics, references, spans };
}

const HALF_A_PAIR = /[\uD800-\uDBFF]$/;

/** Creates a function that writes values as text, each object once; `null` where one takes more than `room`. */
function createPrinter() {
  const known = new Map<unknown, string | undefined>();
  return (value: unknown, room: number): string | undefined | null => {
    if (typeof value === "string") return value;
    if (value === null || value === undefined) return undefined;
    if (known.has(value)) return known.get(value);
    const json = boundedJson(value, room);
    if (json !== null) known.set(value, json);
    return json;
  };
}
