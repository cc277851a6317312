import { createDiagnostic } from "./createDiagnostic.js";
import { readTokens } from "./readTokens.js";
import type { Diagnostic, ReferencePart, TextPart } from "./types.js";

/** A text taken apart: what is plain, what is a variable, what is wrong. */
export interface ParsedTemplate {
  /** The text in pieces, in order; together they are the whole of it. */
  parts: readonly (TextPart | ReferencePart)[];
  /** What is wrong with it. */
  diagnostics: readonly Diagnostic[];
}

/**
 * Takes a text apart. The parts' ranges cover it without gaps; a token that is not a path stays text as written and
 * has a diagnostic. Never throws; linear in the text's length.
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
    const { code, range } = token;
    if (code === undefined) {
      flush(range.start);
      parts.push({ type: "reference", reference: token, range });
      start = last = range.end;
    } else if (code === "escaped") {
      plain += text.slice(last, range.start);
      last = range.start + 1;
    } else diagnostics.push(createDiagnostic(code, "error", range));
  }
  flush(text.length);
  return { parts, diagnostics };
}
