"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { useSetting } from "./SettingContext.js";
import { useSettingWords } from "./useSettingWords.js";

/** Leaves the setting to its default again. Renders a `<button>` element, or nothing where no value is chosen. */
export const ModelSettingsReset = createActionButton("ModelSettings.Reset", () => {
  const { value, disabled, setValue } = useSetting("ModelSettings.Reset");
  const { t } = useSettingWords();
  return {
    action: disabled ? null : () => setValue(undefined, { commit: true }),
    label: t("modelSettings.reset"),
    hidden: value === undefined,
  };
});
