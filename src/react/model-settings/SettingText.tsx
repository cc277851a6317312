"use client";
import type { ChangeEvent } from "react";
import type { SettingControlAttributes } from "./SettingControlState.js";
import { useSetting } from "./SettingContext.js";

/** Setting that is a text, of one line or several. What is too long is said, not cut. */
export function SettingText(attributes: SettingControlAttributes) {
  const { setting, value, disabled, setValue } = useSetting("ModelSettings.Control");
  const isLong = setting.multiline === true || setting.name === "negative_prompt";
  const usual = typeof setting.default === "string" ? setting.default : "";
  const shared = {
    ...attributes,
    form: "",
    dir: "auto",
    "data-imagenode-part": "setting-input",
    disabled,
    placeholder: usual,
    value: value === undefined ? "" : String(value),
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setValue(target.value === "" ? undefined : target.value),
  };
  return isLong ? <textarea {...shared} rows={2} /> : <input {...shared} type="text" />;
}
