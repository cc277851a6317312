import type { NamedSetting } from "../../contract/index.js";
import type { SettingWords } from "./useSettingWords.js";

const MOST_CHOICES = 4;
/** Letters of all choices together that stand in one row of a narrow form. */
const MOST_LETTERS = 28;

/** Checks whether the choices of a setting are few and short, so that all can be seen at once. */
export function hasRadios(setting: NamedSetting, words: SettingWords): boolean {
  const choices = choicesOf(setting);
  const letters = choices.map((choice) => nameChoice(setting, choice, words)).join("").length;
  return choices.length > 0 && choices.length <= MOST_CHOICES && letters <= MOST_LETTERS;
}

/** Lists the choices of a setting, each once; `null` first where the model decides if none is chosen. */
export function choicesOf(setting: NamedSetting): readonly (string | null)[] {
  if (!setting.enum) return [];
  const values = [...new Set(setting.enum)];
  return setting.default === undefined ? [null, ...values] : values;
}

/** Names a choice. */
export function nameChoice(setting: NamedSetting, choice: string | null, words: SettingWords): string {
  return choice === null ? words.t("modelSettings.unset") : words.value(setting, choice);
}
