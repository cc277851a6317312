import type { ReferenceLimits } from "../ModelEntry.js";

/** Media types that every service of pictures reads. */
export const PNG_OR_JPEG = ["image/png", "image/jpeg"] as const;

/** Media types of all pictures that a back end hands on. */
export const ANY_PICTURE = [...PNG_OR_JPEG, "image/webp"] as const;

/** Pictures that a provider's models take, by patterns of ids of which the first that fits counts. */
export type ReferencesTable = readonly (readonly [pattern: RegExp, limits: ReferenceLimits])[];

/** Finds the pictures that a model takes in a table; `undefined` where no pattern fits, for none. */
export function referencesFor(modelId: string, table: ReferencesTable): ReferenceLimits | undefined {
  return table.find(([pattern]) => pattern.test(modelId))?.[1];
}
