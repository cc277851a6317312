import { createTranslate, settingWords } from "../../messages/index.js";
import type { Translate } from "../../messages/index.js";

/** Words of the host where it has them, else English. */
type Messages = Translate & { readonly locale: string; has(key: string): boolean };

/** Words the fault of a setting, which a form found or a back end sent. */
export function wordSettingFault(t: Messages, fault: Readonly<Record<string, unknown>>): string {
  const reason = fault.reason === "step" && fault.multipleOf === 1 ? "whole" : String(fault.reason);
  const key = `settingFault.${reason}`;
  const words = t.has(key) ? t : createTranslate(settingWords, { locale: t.locale, words: {} });
  if (!words.has(key)) return words("settingFault.other");
  const type = words(`settingFault.type.${String(fault.type)}`);
  return words(key, { ...fault, type });
}
