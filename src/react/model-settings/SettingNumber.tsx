"use client";
import { useState } from "react";
import type { KeyboardEvent } from "react";
import type { NamedSetting } from "../../contract/index.js";
import { drawSeed } from "../../internal/drawSeed.js";
import { DiceIcon } from "./DiceIcon.js";
import type { SettingControlAttributes } from "./SettingControlState.js";
import { parseNumber } from "./parseNumber.js";
import { stepNumber } from "./stepNumber.js";
import { toShownText } from "./toShownText.js";
import { useSettingContext } from "./SettingContext.js";
import { useSettingWords } from "./useSettingWords.js";
import type { SettingWords } from "./useSettingWords.js";

/** Setting that is a number: typed, or stepped by the arrow keys. A text that is no number stays, and is refused. */
export function SettingNumber(attributes: SettingControlAttributes) {
  const { setting, value, disabled, readOnly, setValue } = useSettingContext("ModelSettings.Control");
  const words = useSettingWords();
  const isWhole = setting.type === "integer";
  // What is typed: "1." and "007" are numbers that would read otherwise. It ends where something else wrote the value.
  const [typed, setTyped] = useState<string | null>(null);
  const isOwn = typed !== null && Object.is(parseNumber(typed, isWhole), value);
  const shown = typeof value === "number" ? words.value(setting, value) : toShownText(value);
  const step = (event: KeyboardEvent) => {
    const next = disabled ? null : stepNumber(setting, value, event.key);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
      return;
    event.preventDefault();
    setTyped(null);
    setValue(next);
  };
  return (
    <div data-imagenode-part="setting-number">
      <input
        {...attributes}
        type="text"
        role="spinbutton"
        form=""
        dir="ltr"
        inputMode={isWhole ? "numeric" : "decimal"}
        autoComplete="off"
        spellCheck={false}
        data-imagenode-part="setting-input"
        aria-valuemin={setting.minimum}
        aria-valuemax={setting.maximum}
        aria-valuenow={typeof value === "number" ? value : undefined}
        aria-valuetext={value === undefined ? placeholderOf(setting, words) : undefined}
        disabled={disabled && !readOnly}
        readOnly={readOnly}
        placeholder={placeholderOf(setting, words)}
        value={isOwn ? typed : shown}
        onChange={({ target }) => {
          setTyped(target.value);
          setValue(parseNumber(target.value, isWhole));
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={step}
      />
      {isWhole && setting.name === "seed" && (
        <button
          type="button"
          data-imagenode-part="setting-draw"
          title={words.t("modelSettings.draw")}
          disabled={disabled}
          onClick={() => setValue(drawSeed(setting), { commit: true })}
        >
          <DiceIcon />
        </button>
      )}
    </div>
  );
}

function placeholderOf(setting: NamedSetting, words: SettingWords): string {
  if (setting.default !== undefined) return words.value(setting, setting.default);
  return words.t(setting.name === "seed" ? "modelSettings.unset.seed" : "modelSettings.unset");
}
