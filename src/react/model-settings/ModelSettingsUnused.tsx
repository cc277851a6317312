"use client";
import { useId } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import { Space } from "../internal/Space.js";
import { useModelSettingsContext } from "./ModelSettingsContext.js";
import { useSettingWords } from "./useSettingWords.js";

/**
 * Lists the values that the configuration keeps and the model does not have, each with a button that removes it. Renders a
 * `<div>` element, or nothing where there are none.
 */
export const ModelSettingsUnused = createElementPart("ModelSettings.Unused", "div", () => {
  const { model, unused, values, disabled, setValue } = useModelSettingsContext("ModelSettings.Unused");
  const words = useSettingWords();
  const { t } = words;
  const titleId = useId();
  if (unused.length === 0) return null;
  return {
    children: (
      <>
        <p id={titleId} data-imagenode-part="model-settings-unused-title">
          {t("modelSettings.unused", { model })}
        </p>
        <ul data-imagenode-part="model-settings-unused-list" aria-labelledby={titleId}>
          {unused.map((name) => {
            const setting = words.label({ name });
            return (
              <li key={name} data-imagenode-part="model-settings-unused-item" dir="auto">
                <span data-imagenode-part="words">
                  {t("modelSettings.pair", { setting, value: words.value({ name }, values[name]) })}
                </span>
                <Space />
                <button
                  type="button"
                  data-imagenode-part="model-settings-remove"
                  aria-label={t("modelSettings.removeOne", { setting })}
                  disabled={disabled}
                  onClick={() => setValue(name, undefined, { commit: true })}
                >
                  {t("modelSettings.remove")}
                </button>
              </li>
            );
          })}
        </ul>
        <p data-imagenode-part="model-settings-unused-note">{t("modelSettings.unusedNote")}</p>
      </>
    ),
  };
});
