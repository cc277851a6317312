"use client";
import { useSettingContext } from "./SettingContext.js";
import type { SettingContextValue } from "./SettingContext.js";

/**
 * Reads the setting around a part, for a control of the host's own. Throws outside of `ModelSettings.Field`.
 *
 * @example
 * function MyUnit() {
 *   const { setting, value } = useSetting();
 *   return setting.name === "steps" && value !== undefined ? <small>steps</small> : null;
 * }
 */
export function useSetting(): SettingContextValue {
  return useSettingContext("useSetting()");
}
