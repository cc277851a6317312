import { listSettingFaults, readModelSettings } from "../../contract/index.js";
import type {
  ImageNodeConfig,
  NamedSetting,
  ProblemError,
  SettingValue,
  Warning,
} from "../../contract/index.js";
import { createProblem } from "../http/createProblem.js";
import { toPointer } from "../http/parseGenerationRequest.js";
import type { SettingValues } from "../models/ImageCall.js";
import type { ImageModelEntry, Models } from "../models/ModelEntry.js";
import { settingsOf } from "../models/settingsOf.js";

/** Settings of a run, and warnings about those that its model does not have. */
export interface PreparedSettings {
  readonly settings: SettingValues;
  readonly warnings: readonly Warning[];
}

/** Most faults and most warnings that are listed. */
const MOST = 50;

/**
 * Judges the settings of a configuration by the chosen model, and fills in the defaults. A setting that only other models
 * of the workspace have is left unused, with a warning: it waits for the next change of the model. Throws where the model
 * does not take a value, or no model has such a setting.
 */
export function prepareSettings(
  { settings: given }: ImageNodeConfig,
  entry: ImageModelEntry,
  all: Models<ImageModelEntry>,
): PreparedSettings {
  const known = readSettings(entry);
  const faults = listSettingFaults(given ?? {}, known);
  const isElsewhere = (name: string) =>
    Object.values(all).some((other) => readSettings(other).some((setting) => setting.name === name));
  const unused = faults.filter(({ name, fault }) => fault === "unknown" && isElsewhere(name));
  const errors = faults
    .filter((fault) => !unused.includes(fault))
    .slice(0, MOST)
    .map(({ name, fault, bound, detail }): ProblemError => ({
      pointer: toPointer(["config", "settings", name]),
      code: "setting_unsupported",
      setting: name,
      reason: fault,
      ...bound,
      detail: fault === "unknown" ? "No model of this workspace has such a setting. Leave it out." : detail,
    }));
  if (errors.length > 0) throw createProblem("invalid_request", { errors });
  const values = known.flatMap(({ name, default: usual }): [string, SettingValue][] => {
    const value = given && Object.hasOwn(given, name) ? (given[name] as SettingValue) : usual;
    return value === undefined ? [] : [[name, value]];
  });
  return {
    settings: Object.fromEntries(values),
    warnings: unused.slice(0, MOST).map(({ name }) => warn(name)),
  };
}

function readSettings(entry: ImageModelEntry): NamedSetting[] {
  return readModelSettings({ settings: settingsOf(entry) });
}

function warn(setting: string): Warning {
  const message = `The chosen model has no setting ${setting}; the value was not used.`;
  return { code: "setting_unused", params: { setting }, message };
}
