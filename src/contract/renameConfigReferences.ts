import { listReferences, renameReferences } from "../template/index.js";
import type { TemplateReference } from "../template/index.js";
import type { ImageNodeConfig } from "./imageNodeConfigSchema.js";

/**
 * Lists the variables that both texts of a configuration name, whatever its mode: the text of another mode is kept
 * and comes back into use when the user switches. Ranges are within the text that holds the reference.
 */
export function listConfigReferences(config: ImageNodeConfig): readonly TemplateReference[] {
  return [...listReferences(config.prompt.template), ...listReferences(config.prompt.instructions)];
}

/** Rewrites every reference to the node `from` in both texts, for hosts whose nodes get renamed. */
export function renameConfigReferences(config: ImageNodeConfig, from: string, to: string): ImageNodeConfig {
  const template = renameReferences(config.prompt.template, from, to);
  const instructions = renameReferences(config.prompt.instructions, from, to);
  if (template === config.prompt.template && instructions === config.prompt.instructions) return config;
  return { ...config, prompt: { ...config.prompt, template, instructions } };
}
