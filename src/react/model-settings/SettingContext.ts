"use client";
import type { NamedSetting, SettingFault } from "../../contract/index.js";
import { createStrictContext } from "../internal/createStrictContext.js";

/** State that the parts of one setting share. */
export interface SettingContextValue {
  /** Setting as the catalog describes it. */
  setting: NamedSetting;
  /** Value of the configuration; `undefined` where it has none. */
  value: unknown;
  /** Fault of the value; `null` where it fits. */
  fault: SettingFault | null;
  /** Whether nothing can be changed, also where the form is only read. */
  disabled: boolean;
  /** Whether the form is only read: texts and numbers can still be selected. */
  readOnly: boolean;
  /** Writes the value; `undefined` leaves the setting to its default. `commit` also calls `onValueCommit`. */
  setValue: (value: unknown, options?: { commit?: boolean }) => void;
}

const settingContext = createStrictContext<SettingContextValue>(
  "ModelSettings.Field",
  "the setting and its value",
);

export const [SettingProvider] = settingContext;

/**
 * Reads the setting around a part, for a control of the host's own. Throws outside of `ModelSettings.Field`.
 *
 * @param part name for the error message, such as "MySlider"
 *
 * @example
 * function MyUnit() {
 *   const { setting, value } = useSetting("MyUnit");
 *   return setting.name === "steps" && value !== undefined ? <small>steps</small> : null;
 * }
 */
export const useSetting = settingContext[1];
