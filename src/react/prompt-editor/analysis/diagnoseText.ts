import {
  diagnoseTemplate,
  limitDiagnostics,
  type Diagnostic,
  type VariableIndex,
} from "../../../template/index.js";
import { resolveWithSamples } from "./resolveWithSamples.js";

/** Text with the variables that it may name. */
export interface DiagnosedText {
  text: string;
  index: VariableIndex;
  /** Start of the token that is being typed; `null` where none is. */
  typingAt: number | null;
}

/**
 * Lists the problems of a text, the first fifty and how many more, without the token that is being typed. The length that counts is that of the text with
 * its values: where the samples have them all it is measured with them, and is a warning, since a run may have others.
 */
export function diagnoseText(
  { text, index, typingAt }: DiagnosedText,
  maxLength: number | undefined,
): readonly Diagnostic[] {
  const found = limitDiagnostics(
    diagnoseTemplate(text, index, text.includes("{{") ? {} : { maxLength }).filter(
      ({ range }) => range.start !== typingAt,
    ),
  );
  if (maxLength === undefined || !text.includes("{{")) return found;
  const resolved = resolveWithSamples(text, index, null);
  const length = [...resolved.text].length;
  if (!resolved.complete || (length <= maxLength && !resolved.shortened)) return found;
  const range = { start: 0, end: text.length };
  const message = "With the sample values the text is too long.";
  return [...found, { code: "too_long", severity: "warning", range, message, params: { length, maxLength } }];
}
