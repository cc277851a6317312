import { formatPath } from "../../template/index.js";
import type { TemplateLanguage, TemplatePath, VariableSource } from "../../template/index.js";
import { askText } from "../internal/askText.js";

/** Names a variable for people, as the host's language does, else by its path. */
export function nameVariable(
  path: TemplatePath,
  variables: readonly VariableSource[],
  language: TemplateLanguage | undefined,
): string {
  const plain = formatPath(path);
  const source = variables.find(({ slug }) => slug === path[0]);
  return language?.display ? askText(() => language.display?.(path, source), plain) : plain;
}
