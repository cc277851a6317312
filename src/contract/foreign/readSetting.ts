import type { TemplateLanguage } from "../../template/index.js";
import { isTemplate } from "./isTemplate.js";
import { isText } from "./isText.js";

/** Reads a setting: a value as it is, but a number where one is meant. `null` stands for none. */
export function readSetting(
  value: unknown,
  name: string,
  language: TemplateLanguage,
): string | number | boolean | null | undefined {
  if (/seed|steps|guidance/.test(name)) {
    const number = isText(value) && value.length < 16 && !/[^\d.-]/.test(value) ? Number(value) : value;
    if (name.endsWith("seed") && number === -1) return null;
    return typeof number === "number" && Math.abs(number) < 2 ** 64 ? number : undefined;
  }
  if (isText(value)) return name.endsWith("negative_prompt") || !isTemplate(value, language) ? value : undefined;
  return typeof value === "boolean" || Number.isFinite(value) ? (value as number) : undefined;
}
