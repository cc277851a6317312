"use client";
import { Fragment, useId } from "react";
import { dataFlag } from "../internal/dataFlag.js";
import { Space } from "../internal/Space.js";
import { choicesOf, nameChoice } from "./hasRadios.js";
import type { SettingControlAttributes } from "./SettingControlState.js";
import { useSetting } from "./SettingContext.js";
import { useSettingWords } from "./useSettingWords.js";

/** Choices of a setting, all in sight. */
export function SettingRadios({ id, ...attributes }: SettingControlAttributes) {
  const { setting, value, disabled, setValue } = useSetting("ModelSettings.Control");
  const words = useSettingWords();
  const group = useId();
  const chosen = value ?? setting.default ?? null;
  return (
    <div role="radiogroup" data-imagenode-part="setting-radios" {...attributes}>
      {choicesOf(setting).map((choice, index) => (
        <Fragment key={String(choice)}>
          <label data-imagenode-part="setting-choice" data-checked={dataFlag(choice === chosen)}>
            <input
              type="radio"
              // A host's form around must neither be sent by it nor hold it.
              form=""
              name={group}
              id={index === 0 ? id : undefined}
              data-imagenode-part="setting-radio"
              checked={choice === chosen}
              disabled={disabled}
              onChange={() => setValue(choice ?? undefined, { commit: true })}
            />
            <span data-imagenode-part="words">{nameChoice(setting, choice, words)}</span>
          </label>
          <Space />
        </Fragment>
      ))}
    </div>
  );
}
