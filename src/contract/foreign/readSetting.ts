import { isText } from "./isText.js";

/** Reads a setting: a value as it is, but a number where one is meant. `null` stands for none. */
export function readSetting(value: unknown, name: string): string | number | boolean | null | undefined {
  if (/seed|steps|guidance/.test(name)) {
    const number = isText(value) && value.length < 16 && !/[^\d.-]/.test(value) ? Number(value) : value;
    if (name.endsWith("seed") && number === -1) return null;
    return typeof number === "number" && Math.abs(number) < 2 ** 64 ? number : undefined;
  }
  if (isText(value)) return name.endsWith("negative_prompt") || !value.includes("{{") ? value : undefined;
  return typeof value === "boolean" || Number.isFinite(value) ? (value as number) : undefined;
}
