/** Checks for a name that leads to prototypes. */
const isForbidden = (segment: unknown) =>
  segment === "__proto__" || segment === "constructor" || segment === "prototype";

/** Checks whether a value is an object of the JSON data model: no class instance, no array. Works across realms. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype) return true;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Follows one step of a path: an own member of a plain object by string, an element of an array by number. All else,
 * names that lead to prototypes included, is undefined. Never throws, whatever the value does when it is read.
 */
export const readMember = (value: unknown, segment: string | number) => readValue(value, [segment]);

/** Lists the names of an object's members that a path may read; none for anything else. Never throws. */
export function memberNames(value: unknown): string[] {
  try {
    return isPlainObject(value) ? Object.keys(value).filter((key) => !isForbidden(key)) : [];
  } catch {
    return [];
  }
}

/** Copies a host's array; any other value becomes the only one of a new array. Never throws. */
export function readList(value: unknown): unknown[] {
  try {
    return [value].flat();
  } catch {
    return [];
  }
}

/** Follows a path through data; undefined where it leads nowhere. Never throws. */
export function readValue(value: unknown, segments: readonly (string | number)[]): unknown {
  try {
    for (const segment of segments) {
      const fits = typeof segment === "number" ? Array.isArray(value) : isPlainObject(value);
      if (!fits || isForbidden(segment) || !Object.hasOwn(value as object, segment)) return;
      value = (value as Record<string | number, unknown>)[segment];
    }
    return value;
  } catch {
    return;
  }
}
