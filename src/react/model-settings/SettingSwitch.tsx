"use client";
import { dataFlag } from "../internal/dataFlag.js";
import { Space } from "../internal/Space.js";
import type { SettingControlAttributes } from "./SettingControlState.js";
import { useSettingContext } from "./SettingContext.js";
import { useSettingWords } from "./useSettingWords.js";

/**
 * Setting that is on or off. A saved value that is neither is shown in words, and described to assistive technology.
 *
 * @selector [data-checked] It is on.
 */
export function SettingSwitch(attributes: SettingControlAttributes) {
  const { setting, value, fault, disabled, setValue } = useSettingContext("ModelSettings.Control");
  const words = useSettingWords();
  const chosen = value ?? setting.default;
  const isOn = chosen === true;
  const valueId = `${attributes.id}-value`;
  const described = [fault && valueId, attributes["aria-describedby"]].filter(Boolean).join(" ");
  return (
    <button
      {...attributes}
      type="button"
      role="switch"
      aria-checked={isOn}
      aria-describedby={described || undefined}
      data-imagenode-part="setting-switch"
      data-checked={dataFlag(isOn)}
      disabled={disabled}
      onClick={() => setValue(!isOn, { commit: true })}
    >
      <span data-imagenode-part="setting-switch-track" aria-hidden="true">
        <span data-imagenode-part="setting-switch-thumb" />
      </span>
      <Space />
      <span id={valueId} data-imagenode-part="words" aria-hidden="true">
        {words.value(setting, chosen)}
      </span>
    </button>
  );
}
