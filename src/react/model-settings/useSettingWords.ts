"use client";
import { useMemo } from "react";
import type { NamedSetting } from "../../contract/index.js";
import { labelSetting } from "../config-form/settings/index.js";
import { createTranslate, settingWords, useMessages } from "../messages/index.js";
import type { Translate } from "../messages/index.js";

/** Words of settings, for controls and lists of the host's own. */
export interface SettingWords {
  /** Looks up words by key; it knows the words of settings too. */
  t: Translate & { readonly locale: string };
  /** Names a setting, by the words for well-known names, else by its title, else by its name. */
  label: (setting: SettingName) => string;
  /** Describes a setting; `undefined` where there are no words. */
  description: (setting: SettingName) => string | undefined;
  /** Says a value of a setting: by the host's words for well-known values, else by the catalog's, else by ours. */
  value: (setting: SettingName, value: unknown) => string;
  /** Says what fits, such as "0 to 99"; `undefined` where there is no bound. */
  bounds: (setting: NamedSetting) => string | undefined;
}

/** Setting as far as words need it; a setting that the catalog no longer has is known by its name alone. */
type SettingName = Pick<NamedSetting, "name"> & Partial<NamedSetting>;

/**
 * Returns the words of settings, as the parts use them.
 *
 * @example
 * function MySummary() {
 *   const { settings, values } = useModelSettings();
 *   const words = useSettingWords();
 *   const chosen = settings.filter(({ name }) => values[name] !== undefined);
 *   return <p>{chosen.map((setting) => `${words.label(setting)}: ${words.value(setting, values[setting.name])}`).join(", ")}</p>;
 * }
 */
export function useSettingWords(): SettingWords {
  const messages = useMessages();
  return useMemo(() => createSettingWords(messages), [messages]);
}

function createSettingWords(messages: ReturnType<typeof useMessages>): SettingWords {
  const { locale } = messages;
  const english = createTranslate(settingWords, { locale, words: {} });
  const translate: Translate = (key, params) =>
    messages.has(key) ? messages(key, params) : english(key, params);
  const t = Object.assign(translate, { locale });
  const find = (key: string) => (messages.has(key) || english.has(key) ? t(key) : undefined);
  const numbers = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 10 });
  const toText = (value: number | undefined) => (value === undefined ? undefined : numbers.format(value));
  const wordBounds = (bounds: Readonly<Record<"minimum" | "maximum", string | undefined>>) => {
    if (bounds.minimum === undefined)
      return bounds.maximum === undefined ? undefined : t("modelSettings.upTo", bounds);
    return t(bounds.maximum === undefined ? "modelSettings.from" : "modelSettings.between", bounds);
  };
  return {
    t,
    label: (setting) => labelSetting(messages, setting),
    description: ({ name, description }) => find(`modelSetting.${name}.description`) ?? description,
    value({ type, enum: choices, enumLabels = {} }, value) {
      if (typeof value === "boolean") return t(`modelSettings.${value ? "on" : "off"}`);
      if (typeof value === "number") return numbers.format(value);
      if (typeof value !== "string") return JSON.stringify(value) ?? "";
      // What a person wrote stays as it is written.
      if (type !== undefined && !choices) return value;
      const key = `settingValue.${value}`;
      const label = Object.hasOwn(enumLabels, value) ? enumLabels[value] : undefined;
      return messages.has(key) ? messages(key) : (label ?? find(key) ?? (value || '""'));
    },
    bounds: ({ type, minimum, maximum, multipleOf, maxLength, enum: choices }) => {
      if (type === "string")
        return maxLength === undefined || choices
          ? undefined
          : t("modelSettings.length", { maximum: maxLength });
      const [least, most, step] = [minimum, maximum, multipleOf].map(toText);
      const bounds = wordBounds({ minimum: least, maximum: most });
      if (multipleOf === undefined || (type === "integer" && multipleOf === 1)) return bounds;
      return bounds
        ? t("modelSettings.boundsAndSteps", { bounds, step })
        : t("modelSettings.steps", { step });
    },
  };
}
