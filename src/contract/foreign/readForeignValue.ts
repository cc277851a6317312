import { isBag } from "../isBag.js";
import { isDocument, readDocument } from "./readDocument.js";

/** Takes a value out of `{ __rl, value }`, `{ type: "constant", value }` and the like. */
export function unwrap(value: unknown): unknown {
  if (!isBag(value) || isDocument(value)) return value;
  const inner = Object.hasOwn(value, "value") ? value.value : (value.text ?? value);
  // A path as a list, in the language of the editor that has such lists.
  return Array.isArray(inner) && inner.every(isText) ? `{{#${inner.join(".")}#}}` : inner;
}

/** Lists the members of a wrapper that say more than the value and how it is wrapped. */
export function listOthers(value: unknown): [string, unknown][] {
  return isBag(value) && !isDocument(value)
    ? Object.entries(value).filter(
        ([key]) => !/^(?:value|text|id|name|type|mode|width|height|__rl)$/.test(key),
      )
    : [];
}

/** Reads a prompt: a text, a document, or the JSON of one. */
export function readPromptText(value: unknown): string | undefined {
  if (isDocument(value)) return readDocument(value);
  if (!isText(value) || !value.startsWith('{"')) return isText(value) ? value : undefined;
  try {
    return readPromptText(JSON.parse(value)) ?? value;
  } catch {
    return value;
  }
}

/** Reads a setting: a value as it is, but a number where one is meant. `null` stands for none. */
export function readSetting(value: unknown, name: string): string | number | boolean | null | undefined {
  if (/seed|steps|guidance/.test(name)) {
    const number = isText(value) && value.length < 20 && !/[^\d.-]/.test(value) ? Number(value) : value;
    if (name.endsWith("seed") && number === -1) return null;
    return typeof number === "number" && Math.abs(number) < 2 ** 64 ? number : undefined;
  }
  if (isText(value)) return name.endsWith("negative_prompt") || !value.includes("{{") ? value : undefined;
  return typeof value === "boolean" || Number.isFinite(value) ? (value as number) : undefined;
}

/** Tells whether a value is a text with something in it. */
export function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
