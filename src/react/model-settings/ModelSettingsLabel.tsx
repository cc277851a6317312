"use client";
import { forwardRef } from "react";
import { FieldLabel } from "../field/index.js";
import type { FieldLabelProps } from "../field/index.js";
import { hasRadios } from "./listChoices.js";
import { useSettingContext } from "./SettingContext.js";
import { useSettingWords } from "./useSettingWords.js";

/** Names the setting. Renders a `<label>` element. */
export const ModelSettingsLabel = forwardRef<HTMLLabelElement, FieldLabelProps>(function ModelSettingsLabel(
  { children, ...rest },
  ref,
) {
  const { setting } = useSettingContext("ModelSettings.Label");
  const words = useSettingWords();
  // A press on the name of a group of choices must choose none of them.
  const own = hasRadios(setting, words) ? { htmlFor: undefined } : {};
  return (
    <FieldLabel {...own} {...rest} ref={ref}>
      {children ?? words.label(setting)}
    </FieldLabel>
  );
});
