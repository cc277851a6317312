import {
  diagnoseTokens,
  displayDiagnostic,
  formatPath,
  limitDiagnostics,
  type Diagnostic,
  type TemplateLanguage,
  type VariableIndex,
} from "../../../template/index.js";
import type { ResolvedSample } from "./resolveWithSamples.js";

/** Text with the variables that it may name. */
export interface DiagnosedText {
  text: string;
  index: VariableIndex;
  language: TemplateLanguage;
  /** Start of the token that is being typed; `null` where none is. */
  typingAt: number | null;
}

/**
 * Lists the problems of a text, the first fifty and how many more, without the token that is being typed. The length that
 * counts is that of the text with its values: where the samples have them all it is measured with them, and is a warning,
 * since a run may have others.
 *
 * @param resolved the text with its samples, where there is one
 */
export function diagnoseText(
  { text, index, language, typingAt }: DiagnosedText,
  resolved: ResolvedSample | null,
  maxLength: number | undefined,
): readonly Diagnostic[] {
  const hasTokens = language.scan(text).length > 0;
  const sourceOf = (slug: string) => index.get(formatPath([slug]))?.source;
  const problems = diagnoseTokens(text, index, { language, maxLength: hasTokens ? undefined : maxLength });
  const found = limitDiagnostics(problems.filter(({ range }) => range.start !== typingAt)).map((problem) =>
    displayDiagnostic(problem, sourceOf, language),
  );
  if (maxLength === undefined || !hasTokens || !resolved?.complete) return found;
  const length = [...resolved.text].length;
  if (length <= maxLength && !resolved.shortened) return found;
  const range = { start: 0, end: text.length };
  const message = "With the sample values the text is too long.";
  return [...found, { code: "too_long", severity: "warning", range, message, params: { length, maxLength } }];
}
