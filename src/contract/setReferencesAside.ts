import { isBag } from "./isBag.js";
import type { Bag } from "./isBag.js";

/**
 * Moves what can't be a reference of this node to `otherReferences`, so that the rest can be read: a `references` that is
 * no list, and members of the list that are no objects.
 */
export function setReferencesAside(root: Bag, notes: string[]): void {
  const { references } = root;
  if (references === undefined) return;
  const members = Array.isArray(references) ? references : [];
  const others: unknown[] = Array.isArray(references)
    ? members.filter((member) => !isBag(member))
    : [references].filter((value) => value !== null);
  if (Array.isArray(references) && others.length === 0) return;
  const kept = members.filter(isBag);
  if (kept.length > 0) root["references"] = kept;
  else delete root["references"];
  if (others.length === 0) return;
  const before = root["otherReferences"];
  root["otherReferences"] = [
    ...(Array.isArray(before) ? (before as unknown[]) : [before ?? []].flat()),
    ...others,
  ];
  notes.push('Kept what is no reference in "references" as "otherReferences".');
}
