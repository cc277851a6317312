import { listSettingFaults, readModelSettings } from "../../contract/index.js";
import type {
  FaultySetting,
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
import { cutText } from "./cutText.js";

/** Settings of a run, and warnings about those that its model does not have. */
export interface PreparedSettings {
  readonly settings: SettingValues;
  readonly warnings: readonly Warning[];
}

/** Most faults and most warnings that are listed. */
const MOST = 50;
/** Most names that a configuration may keep for all the models that it has seen. */
const MOST_NAMES = 500;
/** Most characters of a name that are said back; no setting has a longer one. */
const MAX_NAME = 64;

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
  if (Object.keys(given ?? {}).length > MOST_NAMES) throw tooMany();
  const known = readSettings(entry);
  const faults = listSettingFaults(given ?? {}, known);
  const hasUnknown = faults.some(({ fault }) => fault === "unknown");
  // Once, however many names somebody sends.
  const elsewhere = new Set(
    hasUnknown
      ? Object.values(all)
          .flatMap(readSettings)
          .map(({ name }) => name)
      : [],
  );
  const isUnused = ({ name, fault }: FaultySetting) => fault === "unknown" && elsewhere.has(name);
  const unused = faults.filter(isUnused);
  const errors = faults
    .filter((fault) => !isUnused(fault))
    .slice(0, MOST)
    .map(({ name, fault, bound, detail }): ProblemError => ({
      pointer: toPointer(["config", "settings", cutName(name)]),
      code: "setting_unsupported",
      setting: cutName(name),
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

function tooMany() {
  const detail = `A configuration may keep ${MOST_NAMES} settings. Leave out those that its model does not have.`;
  const errors = [{ pointer: "#/config/settings", code: "too_many_settings", detail }];
  return createProblem("invalid_request", { errors });
}

function cutName(name: string): string {
  return name.length > MAX_NAME ? cutText(name, MAX_NAME) : name;
}

function warn(setting: string): Warning {
  const message = `The chosen model has no setting ${setting}; the value was not used.`;
  return { code: "setting_unused", params: { setting }, message };
}
