"use client";
import type { ChangeEvent } from "react";
import type { SettingControlAttributes } from "./SettingControlState.js";
import { toShownText } from "./toShownText.js";
import { useSettingContext } from "./SettingContext.js";

/**
 * Setting that is a text, of one line or several. What is too long is said, not cut. A default stands in the field like any
 * text: emptying it sends the empty text, which only a reset takes back.
 */
export function SettingText(attributes: SettingControlAttributes) {
  const { setting, value, disabled, readOnly, setValue } = useSettingContext("ModelSettings.Control");
  const isLong = setting.multiline === true || setting.name === "negative_prompt";
  const usual = setting.default ?? "";
  const shared = {
    ...attributes,
    form: "",
    dir: "auto",
    "data-imagenode-part": "setting-input",
    disabled: disabled && !readOnly,
    readOnly,
    value: toShownText(value ?? usual),
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setValue(target.value === "" && usual === "" ? undefined : target.value),
  };
  return isLong ? <textarea {...shared} rows={2} /> : <input {...shared} type="text" />;
}
