import { isBag } from "../isBag.js";
import type { Bag } from "../isBag.js";

/** Tells whether an object has a prompt as this node saves it, so that nothing in it is foreign. */
export function isNodeConfig({ prompt }: Bag): boolean {
  if (!isBag(prompt)) return false;
  const has = (key: string) => Object.hasOwn(prompt, key);
  return has("template") || has("instructions") || (has("mode") && !has("value") && !has("text"));
}
