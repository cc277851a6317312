import { isPlainObject } from "./readValue.js";

/**
 * Writes a value as RFC 8785 JSON: members in the order of their UTF-16 units, numbers as ECMAScript writes them.
 * What JSON can't hold (undefined, NaN, functions, bigints, class instances, a value inside itself) is left out of
 * objects, is null in arrays and gives undefined by itself. Never throws.
 */
export function canonicalJson(value: unknown): string | undefined {
  try {
    return write(value, new Set());
  } catch {
    return;
  }
}

function write(value: unknown, around: Set<unknown>): string | undefined {
  if (value === null || typeof value === "boolean" || Number.isFinite(value)) return String(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (around.has(value)) return;
  let json: string | undefined;
  around.add(value);
  if (Array.isArray(value)) {
    // By index: an iterator would be the host's, and a hole would be read from the prototype.
    const items: readonly unknown[] = value;
    const { length } = items;
    const print = (at: number) => (Object.hasOwn(items, at) && write(items[at], around)) || "null";
    json = `[${Array.from({ length }, (_, at) => print(at)).join()}]`;
  } else if (isPlainObject(value)) {
    const members: string[] = [];
    for (const key of Object.keys(value).sort()) {
      const member = write(value[key], around);
      if (member !== undefined) members.push(JSON.stringify(key) + ":" + member);
    }
    json = `{${members.join()}}`;
  }
  around.delete(value);
  return json;
}
