import type { TemplateLanguage } from "../../template/index.js";
import { isBag } from "../isBag.js";
import { isText } from "./isText.js";
import { isDocument } from "./readDocument.js";
import { writeVariable } from "./writeVariable.js";

/** Takes a value out of `{ __rl, value }`, `{ type: "constant", value }` and the like. */
export function unwrap(value: unknown, language: TemplateLanguage): unknown {
  if (!isBag(value) || isDocument(value)) return value;
  const inner = Object.hasOwn(value, "value") ? value.value : (value.text ?? value);
  if (!Array.isArray(inner) || !inner.every(isText)) return inner;
  // A path as a list, by default in the language of the editor that has such lists.
  return writeVariable(inner, `{{#${inner.join(".")}#}}`, language);
}

/** Lists the members of a wrapper that say more than the value and how it is wrapped. */
export function listOthers(value: unknown): [string, unknown][] {
  return isBag(value) && !isDocument(value)
    ? Object.entries(value).filter(
        ([key]) => !/^(?:value|text|id|name|type|mode|width|height|__rl)$/.test(key),
      )
    : [];
}
