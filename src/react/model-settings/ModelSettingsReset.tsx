"use client";
import { forwardRef } from "react";
import { createActionButton } from "../internal/createActionButton.js";
import type { ActionButtonProps } from "../internal/createActionButton.js";
import { useSettingContext } from "./SettingContext.js";
import { useSettingWords } from "./useSettingWords.js";

/** Leaves the setting to its default again. Renders a `<button>` element, or nothing where no value is chosen. */
export const ModelSettingsReset = forwardRef<HTMLButtonElement, ActionButtonProps>(
  function ModelSettingsReset(props, ref) {
    const { setting } = useSettingContext("ModelSettings.Reset");
    const words = useSettingWords();
    // Several stand in one form; words of the host's own name theirs.
    const isOwn = props.children === undefined;
    const name = words.t("modelSettings.resetOne", { setting: words.label(setting) });
    return <ResetButton aria-label={isOwn ? name : undefined} {...props} ref={ref} />;
  },
);

const ResetButton = createActionButton("ModelSettings.Reset", () => {
  const { value, disabled, setValue } = useSettingContext("ModelSettings.Reset");
  const { t } = useSettingWords();
  return {
    action: disabled ? null : () => setValue(undefined, { commit: true }),
    label: t("modelSettings.reset"),
    hidden: value === undefined,
  };
});
