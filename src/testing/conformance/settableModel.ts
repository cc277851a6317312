import { findImageModel, findSettingFault, readModelSettings } from "../../contract/index.js";
import type { CatalogImageModel, NamedSetting, SettingValue } from "../../contract/index.js";
import type { ConformanceClient } from "./ConformanceClient.js";
import { NotApplicable } from "./ConformanceCase.js";

/** Image model with the settings that it offers. */
export interface SettableModel {
  readonly model: CatalogImageModel;
  readonly settings: readonly NamedSetting[];
}

/** Lists the models of the catalog that offer settings. */
export async function settableModels(client: ConformanceClient): Promise<SettableModel[]> {
  const { imageModels } = await client.catalog();
  return imageModels
    .map((model) => ({ model, settings: readModelSettings(model) }))
    .filter(({ settings }) => settings.length > 0);
}

/**
 * Finds the model whose settings are tested: the one that the context names, else the default where it has settings, else the
 * first that has some. Throws `NotApplicable` where there is none.
 */
export async function settableModel(client: ConformanceClient): Promise<SettableModel> {
  const catalog = await client.catalog();
  const models = await settableModels(client);
  const named = client.context.imageModel;
  const chosen = findImageModel({ imageModel: named }, catalog);
  const found =
    models.find(({ model }) => model.id === chosen?.id) ?? (named === undefined ? models[0] : undefined);
  if (!found) throw new NotApplicable("The image model offers no settings.");
  return found;
}

/** Finds a setting of the tested model. Throws `NotApplicable` where it has none of that sort. */
export async function settingOf(
  client: ConformanceClient,
  sort: string,
  fits: (setting: NamedSetting) => boolean,
): Promise<{ model: CatalogImageModel; setting: NamedSetting }> {
  const { model, settings } = await settableModel(client);
  const setting = settings.find(fits);
  if (!setting) throw new NotApplicable(`The image model has no setting ${sort}.`);
  return { model, setting };
}

/** Chooses a value that the setting takes and that is not its default; `null` where none is found. */
export function chooseValue(setting: NamedSetting): SettingValue | null {
  const { minimum = 0, maximum, multipleOf = 1, default: usual } = setting;
  const step = (value: number) => Math.ceil(value / multipleOf) * multipleOf;
  const values: readonly (SettingValue | undefined)[] = setting.enum ?? [
    "grey",
    true,
    false,
    step(minimum),
    step(minimum) + multipleOf,
    step(minimum + 1),
    maximum,
  ];
  const taken = values.find((value) => value !== usual && findSettingFault(setting, value) === null);
  return taken ?? null;
}

/** Creates settings with one member, also where it is named `__proto__`. */
export function oneSetting(name: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries([[name, value]]);
}
