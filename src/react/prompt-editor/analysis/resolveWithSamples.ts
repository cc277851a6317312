import { doubleBraceLanguage, doubleBraceSyntax, formatPath, sampleValues } from "../../../template/index.js";
import type {
  ResolvedText,
  TemplateLanguage,
  VariableIndex,
  VariableSource,
} from "../../../template/index.js";

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
  const unresolved = { text, spans: [], complete: false, shortened: false };
  try {
    const variables = sampleValues(text, sourcesOf(text, index, language), masked, language);
    const resolved = resolve(text, variables, { maxLength: LONGEST });
    return "then" in resolved ? resolved.then(toSample, () => unresolved) : toSample(resolved);
  } catch {
    // An engine of the host's: a run would tell the person what is wrong.
    return unresolved;
  }
}

/** Lists the sources whose values a text may need: of this package's own language those that it names. */
function sourcesOf(
  text: string,
  index: VariableIndex,
  language: TemplateLanguage,
): readonly VariableSource[] {
  if (language !== doubleBraceSyntax) return index.children().map(({ source }) => source);
  const slugs = new Set(language.scan(text).flatMap(({ path }) => path?.slice(0, 1) ?? []));
  return Array.from(slugs, (slug) => index.get(formatPath([slug]))).flatMap((node) => node?.source ?? []);
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
