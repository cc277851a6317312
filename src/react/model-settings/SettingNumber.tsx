"use client";
import { useState } from "react";
import type { KeyboardEvent } from "react";
import type { NamedSetting } from "../../contract/index.js";
import { drawSeed } from "../../internal/drawSeed.js";
import { DiceIcon } from "./DiceIcon.js";
import type { SettingControlAttributes } from "./SettingControlState.js";
import { parseNumber } from "./parseNumber.js";
import { useSetting } from "./SettingContext.js";
import { useSettingWords } from "./useSettingWords.js";

/** Setting that is a number: typed, or stepped by the arrow keys. A text that is no number stays, and is refused. */
export function SettingNumber(attributes: SettingControlAttributes) {
  const { setting, value, disabled, setValue } = useSetting("ModelSettings.Control");
  const words = useSettingWords();
  // What is typed: "1." and "007" are numbers that would read otherwise.
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === undefined ? "" : words.value(setting, value);
  const step = (event: KeyboardEvent) => {
    const next = stepNumber(setting, value, event.key);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setTyped(null);
    setValue(next);
  };
  const isSeed = setting.name === "seed" && setting.type === "integer";
  return (
    <div data-imagenode-part="setting-number">
      <input
        {...attributes}
        type="text"
        role="spinbutton"
        form=""
        dir="ltr"
        inputMode={setting.type === "integer" ? "numeric" : "decimal"}
        autoComplete="off"
        spellCheck={false}
        data-imagenode-part="setting-input"
        aria-valuemin={setting.minimum}
        aria-valuemax={setting.maximum}
        aria-valuenow={typeof value === "number" ? value : undefined}
        aria-valuetext={value === undefined ? placeholderOf(setting, words) : undefined}
        disabled={disabled}
        placeholder={placeholderOf(setting, words)}
        value={typed ?? shown}
        onChange={({ target }) => {
          setTyped(target.value);
          setValue(parseNumber(target.value));
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={step}
      />
      {isSeed && (
        <button
          type="button"
          data-imagenode-part="setting-draw"
          aria-label={words.t("modelSettings.draw")}
          title={words.t("modelSettings.draw")}
          disabled={disabled}
          onClick={() => {
            setTyped(null);
            setValue(drawSeed(setting), { commit: true });
          }}
        >
          <DiceIcon />
        </button>
      )}
    </div>
  );
}

function placeholderOf(setting: NamedSetting, words: ReturnType<typeof useSettingWords>): string {
  if (setting.default !== undefined) return words.value(setting, setting.default);
  return words.t(setting.name === "seed" ? "modelSettings.unset.seed" : "modelSettings.unset");
}

/** Computes where a key leads from a value; `null` for a key that leads nowhere. */
function stepNumber(setting: NamedSetting, value: unknown, key: string): number | null {
  const { minimum = -Infinity, maximum = Infinity, type, multipleOf } = setting;
  const unit = multipleOf && multipleOf > 0 ? multipleOf : type === "integer" ? 1 : 0.1;
  const steps = new Map([
    ["ArrowUp", 1],
    ["ArrowDown", -1],
    ["PageUp", 10],
    ["PageDown", -10],
  ]).get(key);
  if (steps === undefined) return null;
  const known = typeof value === "number" ? value : setting.default;
  const next =
    typeof known === "number"
      ? (Math.round(known / unit) + steps) * unit
      : Number.isFinite(minimum)
        ? minimum
        : 0;
  // 0.1 + 0.2 is not 0.3.
  return Math.min(maximum, Math.max(minimum, Number(next.toPrecision(12))));
}
