"use client";
import type { ReactNode } from "react";
import { useFieldContext } from "../field/index.js";
import { hasRadios } from "./listChoices.js";
import { useSettingContext } from "./SettingContext.js";
import type { SettingControlAttributes, SettingControlState } from "./SettingControlState.js";
import { SettingNumber } from "./SettingNumber.js";
import { SettingRadios } from "./SettingRadios.js";
import { SettingSelect } from "./SettingSelect.js";
import { SettingSwitch } from "./SettingSwitch.js";
import { SettingText } from "./SettingText.js";
import { useSettingDescription } from "./useSettingDescription.js";
import { useSettingWords } from "./useSettingWords.js";

/**
 * Edits the setting: a few short choices as radio buttons, more as a select, a number as a field with arrow keys (a seed
 * also with a button that draws one), on and off as a switch, or as radio buttons where the model decides if neither is
 * chosen, a text as a field. Renders no element of its own.
 *
 * @example
 * <ModelSettings.Control
 *   render={({ attributes, value, setValue }) => (
 *     <input {...attributes} type="range" value={Number(value ?? 5)} onChange={(e) => setValue(e.target.valueAsNumber)} />
 *   )}
 * />
 */
export function ModelSettingsControl({ render }: ModelSettingsControlProps) {
  const context = useSettingContext("ModelSettings.Control");
  const words = useSettingWords();
  const field = useFieldContext("ModelSettings.Control");
  const { setting } = context;
  const described = useSettingDescription(setting) === "" ? undefined : field.descriptionId;
  const isInvalid = field.error !== undefined;
  const attributes: SettingControlAttributes = {
    id: field.controlId,
    "aria-labelledby": field.labelId,
    "aria-describedby": [isInvalid && field.errorId, described].filter(Boolean).join(" ") || undefined,
    "aria-invalid": isInvalid || undefined,
  };
  if (render) return render({ ...context, attributes });
  if (hasRadios(setting, words)) return <SettingRadios {...attributes} />;
  if (setting.enum) return <SettingSelect {...attributes} />;
  if (setting.type === "boolean") return <SettingSwitch {...attributes} />;
  return setting.type === "string" ? <SettingText {...attributes} /> : <SettingNumber {...attributes} />;
}

/** Props of {@link ModelSettingsControl}. */
export interface ModelSettingsControlProps {
  /** Renders a control of the host's own. By default one that fits the kind of the setting. */
  render?: ((state: SettingControlState) => ReactNode) | undefined;
}
