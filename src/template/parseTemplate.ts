import { createDiagnostic } from "./createDiagnostic.js";
import { findFault } from "./findFault.js";
import { readTokens } from "./readTokens.js";
import type { Diagnostic, ReferencePart, TextPart } from "./types.js";

/** Text taken apart: plain text, variables, problems. */
export interface ParsedTemplate {
  /** Pieces of the text, in order; together they are the whole of it. */
  parts: readonly (TextPart | ReferencePart)[];
  /** Problems of the text. */
  diagnostics: readonly Diagnostic[];
}

/**
 * Takes a text apart. The parts' ranges cover it without gaps; a token that is not a path stays text as written and
 * has a diagnostic. Never throws; linear in the text's length.
 *
 * @example
 * parseTemplate("A {{trigger.color}} fox").parts; // text "A ", reference to trigger.color, text " fox"
 */
export function parseTemplate(text: string): ParsedTemplate {
  const parts: (TextPart | ReferencePart)[] = [];
  const diagnostics: Diagnostic[] = [];
  let plain = "";
  let start = 0;
  let last = 0;
  const flush = (end: number) => {
    plain += text.slice(last, end);
    if (end > start) parts.push({ type: "text", text: plain, range: { start, end } });
    plain = "";
  };
  for (const token of readTokens(text)) {
    const { reference, escaped } = token;
    const fault = findFault(token);
    if (reference) {
      flush(token.start);
      parts.push({ type: "reference", reference, range: reference.range });
      start = last = token.end;
    } else if (escaped) {
      plain += text.slice(last, token.start);
      last = token.start + 1;
    } else if (fault) diagnostics.push(createDiagnostic(fault, "error", token));
  }
  flush(text.length);
  return { parts, diagnostics };
}
