import { isBag } from "../isBag.js";
import type { Bag } from "../isBag.js";
import { HOLDER } from "./foreignNames.js";
import { foldName } from "../foldName.js";

/** Most holders, and most members of each, that are looked at. */
const MAX_PLACES = 40;
const MAX_MEMBERS = 1000;

/** One object of a foreign node, as a copy that members can be taken from. */
export interface Place {
  bag: Bag;
  /** Its path from the root, such as "parameters.options."; empty for the root. */
  path: string;
  /** Its members: `holder.name`, folded, and the key. */
  members: readonly (readonly [name: string, key: string])[];
  /** Deletes a member, and the holders that are empty then. */
  drop: (key: string) => void;
}

/** Lists an object and the holders inside of it, outer ones first. Holders become copies, the rest stays shared. */
export function listPlaces(root: Bag, saved: Bag): readonly Place[] {
  const places = [toPlace(root, "", "")];
  const seen = new Set<unknown>([saved]);
  for (const { bag, path, members, drop } of places) {
    for (const [name, key] of members) {
      const value = bag[key];
      const held: unknown = Array.isArray(value) ? value[0] : value;
      const holder = name.slice(name.indexOf(".") + 1);
      const isHolder = HOLDER.test(holder) || name.startsWith("provideroptions.");
      if (!isHolder || !isBag(held) || seen.has(held) || places.length > MAX_PLACES) continue;
      seen.add(held);
      const copy = { ...held };
      bag[key] = Array.isArray(value) ? Object.assign([...value], [copy]) : copy;
      const isOnly = !Array.isArray(value) || value.length === 1;
      places.push(toPlace(copy, holder, `${path}${key}.`, () => isOnly && drop(key)));
    }
  }
  return places;
}

function toPlace(bag: Bag, holder: string, path: string, dropEmpty?: () => unknown): Place {
  const keys = Object.keys(bag)
    .slice(0, MAX_MEMBERS)
    .filter((key) => key !== "__proto__");
  return {
    bag,
    path,
    members: keys.map((key) => [`${holder}.${foldName(key)}`, key]),
    drop: (key) => {
      Reflect.deleteProperty(bag, key);
      if (Object.keys(bag).length === 0) dropEmpty?.();
    },
  };
}
