import { formatDoubleBraces } from "../../../template/index.js";
import type { TemplateLanguage, Variable, VariableSource } from "../../../template/index.js";
import { UNSPACED } from "../../internal/UNSPACED.js";
import { variableIndexOf } from "../../internal/variableIndexOf.js";
import { walkVariables } from "../../internal/walkVariables.js";
import type { Translate } from "../../messages/index.js";

/** Variables that are looked at: the nearest ones are what a person means. */
const MOST_VARIABLES = 500;

/** Options of {@link suggestPrompts}. */
export interface SuggestPromptsOptions {
  /** Nodes whose variables may stand in a prompt. */
  sources: readonly VariableSource[];
  /** Language of the prompt; this package's own unless given. */
  language: TemplateLanguage | undefined;
  /** Words of the page. */
  t: Translate;
}

/**
 * Suggests three prompts made from the variables that a workflow has, by their names; whole prompts where none of them says
 * what a picture could show.
 *
 * @example
 * suggestPrompts({ sources, language: undefined, t })[1];
 * // "A photo of {{agent.output.subject}} in soft morning light"
 */
export function suggestPrompts({ sources, language, t }: SuggestPromptsOptions): readonly string[] {
  const variables = walkVariables(variableIndexOf(sources), MOST_VARIABLES).filter(
    ({ branch, type }) => !branch && type === "string",
  );
  const write = (variable: Variable | undefined) =>
    variable &&
    ((language
      ? language.format(variable.segments, variable.source)
      : formatDoubleBraces(variable.segments)) ||
      undefined);
  const subject = write(findNamed(variables, t("examples.subjects")));
  const style = write(findNamed(variables, t("examples.styles")));
  const whole = ["lighthouse", "desk", "city"].map((name) => t(`examples.${name}`));
  if (subject === undefined) return whole;
  const [first = ""] = whole;
  return [
    style === undefined ? first : t("examples.styled", { style, subject }),
    t("examples.photo", { subject }),
    t("examples.icon", { subject }),
  ];
}

/** Finds the nearest variable whose name is, or holds, the best of these words; they are separated by commas. */
function findNamed(variables: readonly Variable[], words: string): Variable | undefined {
  const nameOf = ({ segments }: Variable) => String(segments.at(-1)).toLowerCase();
  for (const each of words.split(",")) {
    const word = each.trim();
    if (word === "") continue;
    // A short word is in many: "tom" in "customer". One sign of Chinese is a word.
    const isPart = word.length > 3 || UNSPACED.test(word);
    const found =
      variables.find((variable) => nameOf(variable) === word) ??
      (isPart ? variables.find((variable) => nameOf(variable).includes(word)) : undefined);
    if (found) return found;
  }
  return undefined;
}
