import { findImageModel, pickSettings, readModelSettings } from "../../../contract/index.js";
import type { Catalog, ImageNodeConfig } from "../../../contract/index.js";
import { drawSeed } from "../../../internal/drawSeed.js";

/**
 * Leaves out what the model does not have, and draws a seed where the model takes one and nobody chose it: the same intent
 * sends the same seed at each repeat, and the answer says which.
 */
export function prepareSettings(config: ImageNodeConfig, catalog: Catalog | undefined): ImageNodeConfig {
  if (!catalog) return config;
  const picked = pickSettings(config, catalog);
  const seed = readModelSettings(findImageModel(config, catalog)).find(({ name }) => name === "seed");
  if (seed?.type !== "integer" || seed.default !== undefined) return picked;
  if (picked.settings && Object.hasOwn(picked.settings, "seed")) return picked;
  return { ...picked, settings: { ...picked.settings, seed: drawSeed(seed) } };
}
