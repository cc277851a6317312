"use client";
import { Fragment, useId } from "react";
import { dataFlag } from "../internal/dataFlag.js";
import { Space } from "../internal/Space.js";
import type { SettingControlAttributes } from "./SettingControlState.js";
import { listChoices } from "./listChoices.js";
import { useSettingContext } from "./SettingContext.js";
import { useSettingWords } from "./useSettingWords.js";

/**
 * Choices of a setting, all in sight. A saved value that the model does not take stands after them, marked.
 *
 * @selector [data-checked] The choice is the chosen one.
 * @selector [data-invalid] The choice is saved, and the model does not take it.
 */
export function SettingRadios({ id, ...attributes }: SettingControlAttributes) {
  const { setting, value, disabled, setValue } = useSettingContext("ModelSettings.Control");
  const words = useSettingWords();
  const group = useId();
  const offered = listChoices(setting, words);
  const chosen = value ?? setting.default;
  const isRefused = offered.every((choice) => choice.value !== chosen);
  const saved = { value: chosen, label: words.value({ name: setting.name }, chosen) };
  const choices = isRefused ? [...offered, saved] : offered;
  return (
    <div role="radiogroup" data-imagenode-part="setting-radios" {...attributes}>
      {choices.map((choice, index) => {
        const isChosen = choice.value === chosen;
        return (
          <Fragment key={index}>
            <label
              data-imagenode-part="setting-choice"
              data-checked={dataFlag(isChosen)}
              data-invalid={dataFlag(choice === saved)}
            >
              <input
                type="radio"
                // A host's form around must neither be sent by it nor hold it.
                form=""
                name={group}
                id={isChosen ? id : undefined}
                data-imagenode-part="setting-radio"
                checked={isChosen}
                disabled={disabled}
                onChange={() => setValue(choice.value, { commit: true })}
              />
              <span data-imagenode-part="words">{choice.label}</span>
              {choice === saved && (
                <>
                  <Space />
                  <small data-imagenode-part="setting-note">{words.t("modelSettings.notOffered")}</small>
                </>
              )}
            </label>
            <Space />
          </Fragment>
        );
      })}
    </div>
  );
}
