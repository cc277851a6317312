import { isBag } from "../isBag.js";
import { isText } from "./isText.js";
import { isDocument } from "./readDocument.js";

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
