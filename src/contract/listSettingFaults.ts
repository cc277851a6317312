import { MAX_SETTING_LENGTH, findSettingFault } from "./findSettingFault.js";
import type { SettingFault } from "./findSettingFault.js";
import type { NamedSetting } from "./readModelSettings.js";

/** Value of a configuration that a model does not take. */
export interface FaultySetting {
  /** Name in the configuration's `settings`. */
  name: string;
  /** Fault of the value; "unknown" where the model has no such setting. */
  fault: SettingFault | "unknown";
  /** Bound that the value misses, such as `{ maximum: 10 }`; empty where there is none. */
  bound: Readonly<Record<string, unknown>>;
  /** English sentence that says what fits. */
  detail: string;
}

/**
 * Lists what a model does not take of a configuration's `settings`, each with an English sentence.
 *
 * @param known settings of the model, as `readModelSettings` lists them
 */
export function listSettingFaults(
  settings: Readonly<Record<string, unknown>>,
  known: readonly NamedSetting[],
): FaultySetting[] {
  return Object.keys(settings).flatMap((name): FaultySetting[] => {
    const setting = known.find((each) => each.name === name);
    if (!setting)
      return [{ name, fault: "unknown", bound: {}, detail: "This model has no such setting. Leave it out." }];
    const fault = findSettingFault(setting, settings[name]);
    return fault ? [{ name, fault, bound: boundOf(fault, setting), detail: describe(fault, setting) }] : [];
  });
}

function boundOf(fault: SettingFault, setting: NamedSetting): Record<string, unknown> {
  const { type, minimum, maximum, multipleOf, maxLength = MAX_SETTING_LENGTH } = setting;
  switch (fault) {
    case "type":
      return { type };
    case "length":
      return { maxLength };
    case "minimum":
      return { minimum };
    case "maximum":
      return { maximum };
    case "step":
      return { multipleOf: multipleOf ?? 1 };
    case "choice":
      return { choices: setting.enum?.join(", ") };
  }
}

function describe(fault: SettingFault, setting: NamedSetting): string {
  const { type, minimum, maximum, multipleOf, maxLength = MAX_SETTING_LENGTH } = setting;
  switch (fault) {
    case "type":
      return `Expected ${TYPES[type]}.`;
    case "choice":
      return `This model takes ${(setting.enum ?? []).map((each) => JSON.stringify(each)).join(", ")}.`;
    case "length":
      return `This model takes at most ${maxLength} characters.`;
    case "minimum":
      return `This model takes no number below ${minimum}.`;
    case "maximum":
      return `This model takes no number above ${maximum}.`;
    case "step":
      return multipleOf === undefined
        ? "Expected a whole number."
        : `This model takes multiples of ${multipleOf}.`;
  }
}

const TYPES = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
} as const;
