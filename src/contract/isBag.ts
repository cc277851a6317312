/** Object with members that nobody has looked at yet. */
export type Bag = Record<string, unknown>;

/** Tells whether a value is an object that is no list. */
export function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
