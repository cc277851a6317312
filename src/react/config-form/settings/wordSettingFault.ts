import { createTranslate, settingWords } from "../../messages/index.js";
import type { Translate } from "../../messages/index.js";

/** Words of the host where it has them, else English. */
type Messages = Translate & { readonly locale: string; has(key: string): boolean };

/**
 * Words the fault of a setting, which the form found or a back end sent, with the bound that is missed. `undefined` for a
 * fault of another kind.
 */
export function wordSettingFault(t: Messages, fault: Readonly<Record<string, unknown>>): string | undefined {
  if (fault.code !== "setting_unsupported") return undefined;
  const { reason, type, multipleOf = 1 } = fault;
  const kind = reason === "step" && multipleOf === 1 ? "type.integer" : String(reason);
  const key = `settingFault.${kind === "type" ? `type.${String(type)}` : kind}`;
  const english = createTranslate(settingWords, { locale: t.locale, words: {} });
  const words = [t, english].find(({ has }) => has(key));
  if (words) return words(key, { ...fault, multipleOf });
  return (t.has("fault.setting_unsupported") ? t : english)("fault.setting_unsupported");
}
