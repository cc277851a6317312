import { findImageModel, readModelSettings } from "../../../contract/index.js";
import type { Catalog, ImageNodeConfig, NamedSetting } from "../../../contract/index.js";

/** Setting of a seed that can be drawn. */
export type SeedSetting = NamedSetting;

/** Finds the setting by which the chosen model takes a whole number as seed. */
export function findSeedSetting(config: ImageNodeConfig, catalog: Catalog): SeedSetting | undefined {
  const settings = readModelSettings(findImageModel(config, catalog));
  const seed = settings.find(({ name }) => name === "seed");
  return seed?.type === "integer" ? seed : undefined;
}
