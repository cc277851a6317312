import type { TemplateLanguage } from "../../template/index.js";
import type { Bag } from "../isBag.js";
import type { Place } from "./listPlaces.js";
import { listOthers, unwrap } from "./unwrap.js";

/** Foreign node that is being read. */
export interface Reading {
  /** Copy of the node; what is taken leaves it. */
  root: Bag;
  places: readonly Place[];
  /** Language that texts are kept in, and variables that were no texts are written in. */
  language: TemplateLanguage;
  notes: string[];
}

/** Value that was taken. */
export interface Taken<T> {
  value: T;
  /** The value as it was saved. */
  saved: unknown;
  /** Its path from the root, such as "options.size". */
  path: string;
}

/** Reads a value, given without its wrapper; `undefined` where it can't be placed. */
export type ReadValue<T> = (value: unknown, place: Place, name: string, reading: Reading) => T | undefined;

/**
 * Takes the first value under one of the names that can be read out of its place. Where the root has the target's own
 * name, only that counts.
 */
export function takeValue<T>(
  reading: Reading,
  target: string,
  names: RegExp,
  read: ReadValue<T>,
): Taken<T> | undefined {
  const { root, places, language, notes } = reading;
  const isSet = root[target] !== undefined;
  for (const place of isSet ? places.slice(0, 1) : places) {
    for (const [name, key] of place.members) {
      const saved = place.bag[key];
      if (isSet ? key !== target : !names.test(name)) continue;
      const plain = unwrap(saved, language);
      const isExpression =
        typeof plain === "string" &&
        plain[0] === "=" &&
        ((plain.includes("{{") && hasBraces(language)) || places.some(hasExpressions));
      const value = read(isExpression ? plain.slice(1) : plain, place, name, reading);
      if (value === undefined) continue;
      const others = listOthers(saved);
      if (others.length > 0) place.bag[key] = Object.fromEntries(others);
      else place.drop(key);
      const path = place.path + key;
      if (isExpression) notes.push(`Took the "=" of an expression off "${path}".`);
      return { value, saved, path };
    }
  }
  return undefined;
}

/** Tells whether braces open a variable in a language. Where they don't, they say nothing of an "=" before them. */
function hasBraces({ triggers }: TemplateLanguage): boolean {
  return triggers.some((trigger) => trigger.startsWith("{{"));
}

/** Tells whether every text of a place that begins with "=" is an expression. */
function hasExpressions({ members }: Place): boolean {
  return members.some(([name]) => /\.(?:resource|typeversion)$/.test(name));
}
