import { guardLanguage, listReferences, renameReferences } from "../template/index.js";
import type { TemplateReference } from "../template/index.js";
import type { ImageNodeConfig } from "./imageNodeConfigSchema.js";
import type { LanguageOptions } from "./LanguageOptions.js";
import { readReferences } from "./readReferences.js";
import type { Reference } from "./referenceSchema.js";

/**
 * Lists the variables that both texts and the `references` of a configuration name, whatever its mode: the text of
 * another mode is kept and comes back into use when the user switches. Ranges are within the text that holds the variable. Expressions of a
 * host's language are no references.
 */
export function listConfigReferences(
  config: ImageNodeConfig,
  options: LanguageOptions = {},
): readonly TemplateReference[] {
  const language = options.language && guardLanguage(options.language);
  const { template, instructions } = config.prompt;
  const values = readReferences(config).map(({ value }) => value);
  return [template, instructions, ...values.filter(isText)].flatMap((text) => listReferences(text, language));
}

/**
 * Rewrites every reference to the node `from` in both texts and in the values of `references`, for hosts whose nodes get renamed. Expressions change where
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
  let changed = template !== config.prompt.template || instructions !== config.prompt.instructions;
  const renameIn = (reference: Reference): Reference => {
    const old: unknown = (Object(reference) as Reference).value;
    const value = isText(old) ? renameReferences(old, from, to, language) : old;
    if (!isText(value) || value === old) return reference;
    changed = true;
    return { ...reference, value };
  };
  const references = Array.isArray(config.references) ? config.references.map(renameIn) : undefined;
  if (!changed) return config;
  const prompt = { ...config.prompt, template, instructions };
  return { ...config, prompt, ...(references && { references }) };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
