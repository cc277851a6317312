import {
  MAX_SETTING_LENGTH,
  findSettingFault,
  isSettingName,
  readModelSettings,
} from "../../contract/index.js";
import type { Setting, SettingValue } from "../../contract/index.js";
import type { SettingValues } from "../models/ImageCall.js";
import type { ImageModelEntry } from "../models/ModelEntry.js";
import { settingsOf } from "../models/settingsOf.js";

/** Most reports that are read, and most settings that are kept of them: runs keep them. */
const MOST = 50;

/**
 * Reads the settings that an object with `generate` says it used; a later report wins. It passes over what can be no
 * setting: an odd name, a value that is no text, number or boolean, and a value that the setting of that name does not take.
 */
export function readUsedSettings(reports: readonly unknown[], entry: ImageModelEntry): SettingValues {
  const known = new Map(readModelSettings({ settings: settingsOf(entry) }).map((each) => [each.name, each]));
  const pairs = reports
    .slice(-MOST)
    .flatMap((report) => (isObject(report) ? Object.entries(report) : []))
    .filter((pair): pair is [string, SettingValue] => {
      const [name, value] = pair;
      const setting = known.get(name) ?? settingFor(value);
      return isSettingName(name) && setting !== null && findSettingFault(setting, value) === null;
    });
  return Object.fromEntries([...new Map(pairs)].slice(0, MOST));
}

/** Finds the loosest setting that could have the value; `null` where none could. */
function settingFor(value: unknown): Setting | null {
  if (typeof value === "string") return { type: "string", maxLength: MAX_SETTING_LENGTH };
  if (typeof value === "boolean") return { type: "boolean" };
  return typeof value === "number" ? { type: "number" } : null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
