import { chosenConfigs } from "../internal/chosenConfigs.js";
import type { Catalog } from "./catalogSchema.js";
import { findImageModel } from "./findImageModel.js";
import type { ImageNodeConfig } from "./imageNodeConfigSchema.js";
import { readModelSettings } from "./readModelSettings.js";

/**
 * Leaves out of a configuration the settings that its image model does not have, as a run needs it. The saved one keeps
 * them. For a host's own engine; the form does this by itself.
 *
 * @example
 * const request = prepareRequest({ config: pickSettings(node.config, await client.catalog()), variables });
 */
export function pickSettings(
  config: ImageNodeConfig,
  catalog: Pick<Catalog, "imageModels" | "defaults">,
): ImageNodeConfig {
  const { settings, ...rest } = config;
  if (settings === undefined) return config;
  const known = readModelSettings(findImageModel(config, catalog));
  const used = known.filter(({ name }) => Object.hasOwn(settings, name));
  const kept = Object.fromEntries(used.map(({ name }) => [name, settings[name]]));
  const picked = { ...rest, ...(used.length > 0 && { settings: kept }) } as ImageNodeConfig;
  chosenConfigs.set(picked, config);
  return picked;
}
