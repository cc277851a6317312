import type { Diagnostic } from "../../../template/index.js";
import { diagnoseText, type DiagnosedText } from "./diagnoseText.js";
import { withProblemWords } from "./withProblemWords.js";
import { resolveWithSamples, type ResolvedSample } from "./resolveWithSamples.js";

/** Text that was read while nobody typed. */
export interface AnalysedText {
  /** Text with its samples; `null` where only the back end can fill them in. */
  resolved: ResolvedSample | null;
  /** Lists the problems of the text. */
  diagnose(maxLength: number | undefined): readonly Diagnostic[];
  /** Adds the words of problems to those of a page. */
  withProblemWords: typeof withProblemWords;
}

/**
 * Reads a text with its samples, of which those of sensitive nodes are `masked`, and gives it away: at once, or when the
 * language of a host has filled them in.
 *
 * @param masked words that stand for a sensitive value; `null` for the values themselves
 * @returns a function after which nothing is given away any more
 */
export function analyseText(
  text: DiagnosedText,
  masked: string | null,
  give: (analysed: AnalysedText) => void,
): () => void {
  let left = false;
  const settle = (resolved: ResolvedSample | null) => {
    if (!left)
      give({
        resolved,
        diagnose: (maxLength) => diagnoseText(text, resolved, maxLength),
        withProblemWords,
      });
  };
  const resolving = resolveWithSamples(text.text, text.index, masked, text.language);
  if (resolving && "then" in resolving) void resolving.then(settle);
  else settle(resolving);
  return () => {
    left = true;
  };
}
