"use client";
import { dataFlag } from "../internal/dataFlag.js";
import { Space } from "../internal/Space.js";
import type { SettingControlAttributes } from "./SettingControlState.js";
import { useSetting } from "./SettingContext.js";
import { useSettingWords } from "./useSettingWords.js";

/** Setting that is on or off. */
export function SettingSwitch(attributes: SettingControlAttributes) {
  const { setting, value, disabled, setValue } = useSetting("ModelSettings.Control");
  const words = useSettingWords();
  const isOn = (value ?? setting.default) === true;
  const isUnset = value === undefined && setting.default === undefined;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      data-imagenode-part="setting-switch"
      data-checked={dataFlag(isOn)}
      disabled={disabled}
      {...attributes}
      onClick={() => setValue(!isOn, { commit: true })}
    >
      <span data-imagenode-part="setting-switch-track" aria-hidden="true">
        <span data-imagenode-part="setting-switch-thumb" />
      </span>
      <Space />
      <span data-imagenode-part="words" aria-hidden="true">
        {isUnset ? words.t("modelSettings.unset") : words.value(setting, isOn)}
      </span>
    </button>
  );
}
