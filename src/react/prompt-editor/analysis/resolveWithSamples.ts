import { doubleBraceLanguage, doubleBraceSyntax, sampleValues } from "../../../template/index.js";
import type { ResolvedText, TemplateLanguage, VariableIndex } from "../../../template/index.js";

/** Text with sample values filled in. */
export interface ResolvedSample {
  /** Text with samples in place of variables. */
  text: string;
  /** Position of each value in `text`; none where the language does not say. */
  spans: readonly { start: number; end: number; path: string }[];
  /** Whether every variable has a sample value. */
  complete: boolean;
  /** Whether the text is longer than any model takes, and its end is left out. */
  shortened: boolean;
}

/** UTF-16 units that are shown; more than image models take. */
const LONGEST = 100_000;

/**
 * Fills in the sample values of earlier nodes, up to a length that no model takes; values of sensitive nodes are replaced
 * by `masked`, if given. `null` where only the back end can fill them in.
 */
export function resolveWithSamples(
  text: string,
  index: VariableIndex,
  masked: string | null,
  language: TemplateLanguage,
): ResolvedSample | null | Promise<ResolvedSample> {
  const { resolve } = language === doubleBraceSyntax ? doubleBraceLanguage : language;
  if (!resolve) return null;
  const sources = index.children().map(({ source }) => source);
  const unresolved = { text, spans: [], complete: false, shortened: false };
  try {
    const variables = sampleValues(text, sources, masked, language);
    const resolved = resolve(text, variables, { maxLength: LONGEST });
    return "then" in resolved ? resolved.then(toSample, () => unresolved) : toSample(resolved);
  } catch {
    // An engine of the host's: a run would tell the person what is wrong.
    return unresolved;
  }
}

function toSample({ text, diagnostics, spans = [] }: ResolvedText): ResolvedSample {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const isLong = text.length > LONGEST;
  return {
    text: isLong ? text.slice(0, LONGEST) : text,
    spans: isLong ? spans.filter(({ end }) => end <= LONGEST) : spans,
    shortened: isLong || errors.some(({ code }) => code === "too_long"),
    complete: errors.every(({ code }) => code === "too_long"),
  };
}
