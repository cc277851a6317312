import { diagnoseTokens } from "./diagnoseTokens.js";
import { displayDiagnostic } from "./displayDiagnostic.js";
import { doubleBraceLanguage } from "./doubleBraceLanguage.js";
import { findTrigger } from "./findTrigger.js";
import { formatPath } from "./formatPath.js";
import { guardLanguage } from "./guardLanguage.js";
import type { TemplateLanguage } from "./TemplateLanguage.js";
import type { Diagnostic, VariableIndex } from "./types.js";

/** Options of {@link diagnoseTemplate}. */
export interface DiagnoseOptions {
  /** Most code points of the text; no limit unless given. */
  maxLength?: number | undefined;
  /** Offset of the caret, if there is one: problems of the token that is being typed there are "pending". */
  caret?: number | undefined;
  /** Language of the text; its expressions are not judged. @default doubleBraceLanguage */
  language?: TemplateLanguage | undefined;
}

/**
 * Lists the problems of a text before it is run, in the order of the text. Never throws.
 *
 * @example
 * const index = createVariableIndex(sources);
 * const problems = diagnoseTemplate(text, index, { maxLength: 4000 });
 * const canRun = problems.every(({ severity }) => severity !== "error");
 */
export function diagnoseTemplate(
  text: string,
  index: VariableIndex,
  { maxLength, caret = -1, language: given = doubleBraceLanguage }: DiagnoseOptions = {},
): readonly Diagnostic[] {
  const language = guardLanguage(given);
  const typed = findTrigger(text, caret, { language })?.start;
  const sourceOf = (slug: string) => index.get(formatPath([slug]))?.source;
  return diagnoseTokens(text, index, { maxLength, language }).map((found) => {
    const diagnostic = displayDiagnostic(found, sourceOf, language);
    const isTyped = found.range.start === typed && found.code !== "too_long";
    return isTyped ? { ...diagnostic, severity: "pending" } : diagnostic;
  });
}
