import type { Catalog, GenerationRequest, ImageNodeConfig } from "../../../contract/index.js";
import { chosenConfigs } from "../../../internal/chosenConfigs.js";
import { drawSeed, MOST_SEED } from "../../../internal/drawSeed.js";
import { findSeedSetting } from "./findSeedSetting.js";
import type { SeedSetting } from "./findSeedSetting.js";

/**
 * Gives one of several images a seed of its own: with the same one all would be the same image, each paid. The first
 * keeps the request's seed, and each later one takes a step more, from the greatest back to the least; seeds repeat
 * where the model takes fewer. A seed that is no whole number, or that the model does not take, stays.
 *
 * The history shows the configuration as it was chosen, and with the image's own seed where a seed was chosen.
 *
 * @param variation number of the image, from 1
 */
export function varySeed(
  request: GenerationRequest,
  variation: number,
  catalog: Catalog | undefined,
): GenerationRequest {
  const { config } = request;
  const setting = catalog && findSeedSetting(config, catalog);
  if (!setting || variation <= 1) return request;
  const given =
    config.settings && Object.hasOwn(config.settings, "seed") ? config.settings.seed : setting.default;
  const seed = stepSeed(given, variation - 1, setting);
  if (seed === undefined) return request;
  const varied = withSeed(config, seed);
  const chosen = (chosenConfigs.get(config) as ImageNodeConfig | undefined) ?? config;
  const isChosen = chosen.settings && Object.hasOwn(chosen.settings, "seed");
  chosenConfigs.set(varied, isChosen ? withSeed(chosen, seed) : chosen);
  return { ...request, config: varied };
}

/**
 * Makes a configuration whose run draws a seed of its own, where the model takes one; others are returned as they are.
 */
export function withNewSeed(config: ImageNodeConfig, catalog: Catalog | undefined): ImageNodeConfig {
  const setting = catalog && findSeedSetting(config, catalog);
  if (!setting) return config;
  // Without one, the model would take the default each time.
  if (setting.default !== undefined) return withSeed(config, drawSeed(setting));
  const { settings, ...rest } = config;
  const { seed: _, ...others } = settings ?? {};
  return Object.keys(others).length === 0 ? rest : { ...rest, settings: others };
}

function withSeed(config: ImageNodeConfig, seed: number): ImageNodeConfig {
  return { ...config, settings: { ...config.settings, seed } };
}

function stepSeed(seed: unknown, steps: number, setting: SeedSetting): number | undefined {
  if (typeof seed !== "number" || !Number.isSafeInteger(seed)) return undefined;
  const { minimum = Math.min(0, seed), maximum = Math.max(MOST_SEED, seed), multipleOf = 1 } = setting;
  if (seed < minimum || seed > maximum) return undefined;
  const step = multipleOf > 0 ? multipleOf : 1;
  const least = Math.ceil(minimum / step) * step;
  const after = Math.floor((Math.min(maximum, Number.MAX_SAFE_INTEGER) - seed) / step);
  const before = Math.floor((seed - least) / step);
  if (steps <= after) return seed + steps * step;
  return least + ((steps - after - 1) % (before + after + 1)) * step;
}
