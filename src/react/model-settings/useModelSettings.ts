"use client";
import { useModelSettingsContext } from "./ModelSettingsContext.js";
import type { ModelSettingsContextValue } from "./ModelSettingsContext.js";

/**
 * Reads the settings of the image model around a part, for controls of the host's own. Throws outside of
 * `ModelSettings.Root`.
 *
 * @example
 * function FewSteps() {
 *   const { setValue, disabled } = useModelSettings();
 *   return <button disabled={disabled} onClick={() => setValue("steps", 4, { commit: true })}>Draft</button>;
 * }
 */
export function useModelSettings(): ModelSettingsContextValue {
  return useModelSettingsContext("useModelSettings()");
}
