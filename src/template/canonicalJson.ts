import { isPlainObject } from "./readValue.js";

/**
 * Writes a value as RFC 8785 JSON: members in the order of their UTF-16 units, numbers as ECMAScript writes them.
 * What JSON can't hold (undefined, NaN, functions, bigints, class instances, a value inside itself) is left out of
 * objects, is null in arrays and gives undefined by itself. Never throws.
 */
export function canonicalJson(value: unknown): string | undefined {
  return boundedJson(value, Infinity) ?? undefined;
}

/** Writes a value as {@link canonicalJson} does; `null`, and no more work, where that takes more than `room` units. */
export function boundedJson(value: unknown, room: number): string | undefined | null {
  try {
    return write(value, { around: new Set(), room });
  } catch (error) {
    return error === NO_ROOM ? null : undefined;
  }
}

interface Writing {
  /** Values that hold the one which is written. */
  readonly around: Set<unknown>;
  room: number;
}

const NO_ROOM = new RangeError("The JSON is longer than it may be.");

function take(writing: Writing, units: number): void {
  writing.room -= units;
  if (writing.room < 0) throw NO_ROOM;
}

function write(value: unknown, writing: Writing): string | undefined {
  if (value === null || typeof value === "boolean" || Number.isFinite(value)) {
    const word = String(value);
    take(writing, word.length);
    return word;
  }
  if (typeof value === "string") {
    take(writing, value.length + 2);
    return JSON.stringify(value);
  }
  const { around } = writing;
  if (around.has(value)) return;
  let json: string | undefined;
  around.add(value);
  if (Array.isArray(value)) {
    // By index: an iterator would be the host's, and a hole would be read from the prototype.
    const items: readonly unknown[] = value;
    const { length } = items;
    take(writing, length + 1);
    const print = (at: number) => (Object.hasOwn(items, at) && write(items[at], writing)) || "null";
    json = `[${Array.from({ length }, (_, at) => print(at)).join()}]`;
  } else if (isPlainObject(value)) {
    const members: string[] = [];
    take(writing, 2);
    for (const key of Object.keys(value).sort()) {
      take(writing, key.length + 4);
      const member = write(value[key], writing);
      if (member !== undefined) members.push(JSON.stringify(key) + ":" + member);
    }
    json = `{${members.join()}}`;
  }
  around.delete(value);
  return json;
}
