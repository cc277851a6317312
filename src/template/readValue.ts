const FORBIDDEN = new Set<unknown>(["__proto__", "constructor", "prototype"]);

/** Whether a value is an object of the JSON data model: no class instance, no array. Works across realms. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * One step of a path: an own member of a plain object by string, an element of an array by number. All else, names
 * that lead to prototypes included, is undefined. Never throws, whatever the value does when it is read.
 */
export function readMember(value: unknown, segment: string | number): unknown {
  try {
    const fits = typeof segment === "number" ? Array.isArray(value) : isPlainObject(value);
    if (!fits || FORBIDDEN.has(segment) || !Object.prototype.propertyIsEnumerable.call(value, segment))
      return;
    return (value as Record<string | number, unknown>)[segment];
  } catch {
    return;
  }
}

/** The names of an object's members that a path may read; none for anything else. Never throws. */
export function memberNames(value: unknown): string[] {
  try {
    return isPlainObject(value) ? Object.keys(value).filter((key) => !FORBIDDEN.has(key)) : [];
  } catch {
    return [];
  }
}

/** Follows a path through data; undefined where it leads nowhere. */
export function readValue(value: unknown, segments: readonly (string | number)[]): unknown {
  for (const segment of segments) {
    if (value === undefined) return;
    value = readMember(value, segment);
  }
  return value;
}
