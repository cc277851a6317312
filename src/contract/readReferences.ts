import { isBag } from "./isBag.js";
import type { Reference } from "./referenceSchema.js";

/**
 * Reads the references of a configuration, in order; none where it has no list. A member that can't be one becomes an
 * empty object, so that places stay.
 */
export function readReferences(config: unknown): readonly Reference[] {
  const { references } = Object(config) as { references?: unknown };
  return Array.isArray(references) ? references.map((member) => (isBag(member) ? member : {})) : [];
}
