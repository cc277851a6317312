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

/** Reads the state for a part of ours, which the error for a missing root names. */
export const useSettingContext = settingContext[1];
