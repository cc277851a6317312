import type { Catalog, ImageNodeConfig } from "../../contract/index.js";
import type * as tools from "./settings/index.js";
import { createStore } from "../../internal/createStore.js";

type SettingTools = typeof tools;
type Settings = ImageNodeConfig["settings"];

/** Tools that judge settings, find their price and draw a seed; `undefined` until there are settings. */
export const settingTools = createStore<SettingTools | undefined>(undefined);

/** Loads the tools where there are settings. What can't be loaded is left to the back end to judge. */
export async function loadSettingTools(settings: Settings, catalog: Catalog | undefined) {
  if (hasSettings(settings, catalog))
    settingTools.set(await import("./settings/index.js").catch(() => undefined));
  return settingTools.get();
}

/** Checks whether a configuration keeps settings, or a model of the catalog has some. */
export function hasSettings(settings: Settings, catalog: Catalog | undefined): boolean {
  return !!(settings ?? catalog?.imageModels.some((model) => model.settings));
}
