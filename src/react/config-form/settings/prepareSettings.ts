import { pickSettings } from "../../../contract/index.js";
import type { Catalog, ImageNodeConfig } from "../../../contract/index.js";
import { chosenConfigs } from "../../../internal/chosenConfigs.js";
import { drawSeed } from "../../../internal/drawSeed.js";
import { findSeedSetting } from "./findSeedSetting.js";

/**
 * Leaves out what the model does not have, and draws a seed where the model takes one and nobody chose it: the same intent
 * sends the same seed at each repeat, and the answer says which. The history keeps the configuration as it was chosen.
 */
export function prepareSettings(config: ImageNodeConfig, catalog: Catalog | undefined): ImageNodeConfig {
  const prepared = catalog ? prepare(config, catalog) : config;
  if (prepared !== config) chosenConfigs.set(prepared, config);
  return prepared;
}

function prepare(config: ImageNodeConfig, catalog: Catalog): ImageNodeConfig {
  const picked = pickSettings(config, catalog);
  const seed = findSeedSetting(config, catalog);
  if (!seed || seed.default !== undefined) return picked;
  if (picked.settings && Object.hasOwn(picked.settings, "seed")) return picked;
  return { ...picked, settings: { ...picked.settings, seed: drawSeed(seed) } };
}
