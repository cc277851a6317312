import { classifyReference } from "./classifyReference.js";
import { createDiagnostic } from "./createDiagnostic.js";
import { findTrigger } from "./findTrigger.js";
import { formatPath } from "./formatPath.js";
import { parseTemplate } from "./parseTemplate.js";
import { readValue } from "./readValue.js";
import { byPlace } from "./resolveTemplate.js";
import { suggestPath } from "./suggestPath.js";
import type { Diagnostic, DiagnosticCode, TemplateReference, VariableIndex } from "./types.js";

/** What a text is held against besides its variables. */
export interface DiagnoseOptions {
  /** How many code points the text may have. */
  maxLength?: number | undefined;
  /** Where the caret is: what is wrong with the token being typed there is "pending". */
  caret?: number | undefined;
}

/** Searching for what was meant is bounded: a text of nothing but mistakes must not cost more than others. */
const MAX_SUGGESTIONS = 20;

/** Says what is wrong with a text before it is run. Never throws; in the order of the text. */
export function diagnoseTemplate(
  text: string,
  index: VariableIndex,
  { maxLength = Infinity, caret = -1 }: DiagnoseOptions = {},
): readonly Diagnostic[] {
  const { parts, diagnostics } = parseTemplate(text);
  const found = [...diagnostics];
  let suggestions = MAX_SUGGESTIONS;
  for (const part of parts) {
    if (part.type === "text") continue;
    const { reference, range } = part;
    const [code, fatal] = findFault(reference, index);
    if (!code) continue;
    const meant = code === "unknown_variable" && suggestions-- > 0 ? suggest(reference, index) : undefined;
    found.push(createDiagnostic(code, fatal ? "error" : "warning", range, reference.path, meant));
  }
  const typed = findTrigger(text, caret)?.start;
  for (const diagnostic of found) if (diagnostic.range.start === typed) diagnostic.severity = "pending";
  found.sort(byPlace);
  const length = text.length > maxLength ? Array.from(text).length : 0;
  if (length > maxLength) {
    const range = { start: Array.from(text).slice(0, maxLength).join("").length, end: text.length };
    found.push(createDiagnostic("too_long", "error", range, undefined, undefined, { length, maxLength }));
  }
  return found;
}

function findFault(
  { segments, optional, fallback }: TemplateReference,
  index: VariableIndex,
): [code?: DiagnosticCode | undefined, fatal?: boolean] {
  const { state, variable, source } = classifyReference(index, segments);
  const covered = optional || fallback !== undefined;
  const value = readValue(source?.sample, segments.slice(1));
  if (state === "late") return ["late_variable", !covered];
  if (state === "unknown" && value === undefined) return ["unknown_variable", !covered];
  if (state === "known" && source?.sample !== undefined) {
    if (value === "" ? !optional : value === null && !covered) return ["empty_value"];
    if (value === undefined && !covered) return ["missing_variable"];
  }
  return /object|array|file/.test(variable?.type ?? "") ? ["object_in_text"] : [];
}

function suggest({ segments }: TemplateReference, index: VariableIndex): string | undefined {
  const meant = suggestPath(
    segments,
    (path) => index.has(formatPath(path)),
    (path) => index.children(formatPath(path)).map(({ segments }) => String(segments.at(-1))),
  );
  // A level may be missing, as in "trigger.style" for "trigger.output.style".
  return (
    meant ??
    (segments.length > 1
      ? index.search(segments.join(" "), { limit: 1, type: undefined }).items[0]?.path
      : undefined)
  );
}
