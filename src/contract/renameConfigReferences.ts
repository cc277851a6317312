import { guardLanguage, listReferences, renameReferences } from "../template/index.js";
import type { TemplateReference } from "../template/index.js";
import type { ImageNodeConfig } from "./imageNodeConfigSchema.js";
import type { LanguageOptions } from "./LanguageOptions.js";

/**
 * Lists the variables that both texts of a configuration name, whatever its mode: the text of another mode is kept
 * and comes back into use when the user switches. Ranges are within the text that holds the reference. Expressions of a
 * host's language are no references.
 */
export function listConfigReferences(
  config: ImageNodeConfig,
  options: LanguageOptions = {},
): readonly TemplateReference[] {
  const language = options.language && guardLanguage(options.language);
  const { template, instructions } = config.prompt;
  return [template, instructions].flatMap((text) => listReferences(text, language));
}

/**
 * Rewrites every reference to the node `from` in both texts, for hosts whose nodes get renamed. Expressions change where
 * the language has a `rename`; everything else stays, byte for byte.
 */
export function renameConfigReferences(
  config: ImageNodeConfig,
  from: string,
  to: string,
  options: LanguageOptions = {},
): ImageNodeConfig {
  const language = options.language && guardLanguage(options.language);
  const template = renameReferences(config.prompt.template, from, to, language);
  const instructions = renameReferences(config.prompt.instructions, from, to, language);
  if (template === config.prompt.template && instructions === config.prompt.instructions) return config;
  return { ...config, prompt: { ...config.prompt, template, instructions } };
}
