import type { ModelSettings, Setting } from "../../contract/index.js";
import { isCustomImageModel } from "./ModelEntry.js";
import type { ImageModelEntry, SdkModel } from "./ModelEntry.js";
import type { ProviderOption, ProviderOptions } from "./providers/ProviderOption.js";
import { findProvider } from "./providers/providers.js";

/**
 * Finds the settings that an entry offers: its own, or those that its provider's file knows; `undefined` where it offers
 * none.
 */
export function settingsOf(entry: Pick<ImageModelEntry, "model" | "settings">): ModelSettings | undefined {
  const { settings } = entry;
  if (settings === undefined) return undefined;
  if (settings !== true && !isNames(settings)) return settings;
  const known = providerOptionsOf(entry.model);
  const names = settings === true ? Object.keys(known) : settings;
  const pairs = names.flatMap((name): [string, Setting][] => {
    const option = ownOption(known, name);
    return option ? [[name, option.setting]] : [];
  });
  return pairs.length === 0 ? undefined : { properties: Object.fromEntries(pairs), order: names };
}

/** Lists the settings that the provider's file of a model knows. An object with `generate` has none. */
export function providerOptionsOf(model: ImageModelEntry["model"]): ProviderOptions {
  if (isCustomImageModel(model)) return {};
  const sdk: SdkModel = model;
  return findProvider(sdk).options?.(typeof sdk === "string" ? sdk : sdk.modelId) ?? {};
}

/** Lists the names in `providerOptions` that mean the provider of a model, where it has several. */
export function optionNamesOf(model: ImageModelEntry["model"]): readonly string[] {
  return isCustomImageModel(model) ? [] : (findProvider(model).optionNames ?? []);
}

/** Finds an option by a name that somebody wrote. */
export function ownOption(options: ProviderOptions, name: string): ProviderOption | undefined {
  return Object.hasOwn(options, name) ? options[name] : undefined;
}

/** Checks whether an entry names settings of its provider. */
export function isNames(settings: ImageModelEntry["settings"]): settings is readonly string[] {
  return Array.isArray(settings);
}
