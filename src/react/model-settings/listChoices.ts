import type { NamedSetting } from "../../contract/index.js";
import type { SettingWords } from "./useSettingWords.js";

/** Choice of a setting. */
export interface SettingChoice {
  /** Value that is written; `undefined` leaves the setting to the model. */
  value: string | boolean | undefined;
  /** Name of the choice. */
  label: string;
}

const MOST_CHOICES = 4;
/** Letters of all choices together that stand in one row of a narrow form; a wide one counts twice. */
const MOST_LETTERS = 28;

/**
 * Lists the choices of a setting, each once; first the one that leaves it to the model, where it has no default. On and off
 * are choices only there: a switch can't show that neither was chosen.
 */
export function listChoices(setting: NamedSetting, words: SettingWords): readonly SettingChoice[] {
  const isOpen = setting.default === undefined;
  const values: readonly (string | boolean)[] =
    setting.enum ?? (setting.type === "boolean" && isOpen ? [true, false] : []);
  const choices = [...new Set(values)].map((value) => ({ value, label: words.value(setting, value) }));
  return isOpen && choices.length > 0
    ? [{ value: undefined, label: words.t("modelSettings.unset") }, ...choices]
    : choices;
}

/** Checks whether the choices of a setting are few and short, so that all can be seen at once. */
export function hasRadios(setting: NamedSetting, words: SettingWords): boolean {
  const choices = listChoices(setting, words);
  if (setting.type === "boolean") return choices.length > 0;
  const letters = measureLetters(choices.map(({ label }) => label).join(""));
  return choices.length > 0 && choices.length <= MOST_CHOICES && letters <= MOST_LETTERS;
}

/** Letters that are as wide as two Latin ones: those of East Asia, their signs, and emoji. */
const WIDE =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;

/** Measures a text in Latin letters; marks above and below a letter take no room. */
function measureLetters(text: string): number {
  return Array.from(text).reduce(
    (sum, letter) => sum + (WIDE.test(letter) ? 2 : /\p{M}/u.test(letter) ? 0 : 1),
    0,
  );
}
