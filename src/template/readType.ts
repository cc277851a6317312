import { isReadableName } from "./isReadableName.js";
import { namedSchema, unquote } from "./namedSchema.js";
import type { TypeWords } from "./readTypeWords.js";
import type { JSONSchema } from "./types.js";
import { unionSchema } from "./unionSchema.js";

/** Words from `from` up to `to`. */
interface Range {
  from: number;
  to: number;
}

/**
 * Reads the words of a type. Every word is looked at a bounded number of times: a range is read without what its brackets
 * hold, and that only on the next level.
 *
 * @param levels levels that may still be nested; what is below them may be anything
 */
export function readType(source: TypeWords, { from, to }: Range, levels: number): JSONSchema {
  const { words } = source;
  const parts = split(source, { from, to }, ["|"]);
  const present = parts.filter(
    (part) => part.to - part.from > 1 || !/^(?:undefined|void)$/.test(words[part.from] ?? ""),
  );
  const known = present.length ? present : parts;
  return known.length === 1
    ? readIntersection(source, known[0] ?? { from, to }, levels)
    : unionSchema(known.map((part) => readIntersection(source, part, levels)));
}

function readIntersection(source: TypeWords, range: Range, levels: number): JSONSchema {
  const parts = split(source, range, ["&"]);
  const schemas = parts.map((part) => readArray(source, part, levels));
  const [first = {}, ...more] = schemas;
  if (!more.length) return first;
  // A text that is also an object, as brands are, is a text to every template.
  const simple = schemas.find(({ type }) => type !== undefined && type !== "object" && type !== "array");
  const known = schemas.filter((schema) => Object.keys(schema).length);
  if (simple ?? !known.length) return simple ?? {};
  return known.length < schemas.length ? { allOf: known, additionalProperties: true } : { allOf: known };
}

/** Reads a type with what follows it: `[]` for each array around it, and `?`. */
function readArray(source: TypeWords, { from, to }: Range, levels: number): JSONSchema {
  const { words, partners } = source;
  while (words[from] === "readonly" && to - from > 1) from++;
  let arrays = 0;
  while (to - from > 1) {
    const isArray = to - from > 2 && partners.get(to - 2) === to - 1 && words[to - 1] === "]";
    if (isArray) arrays++;
    else if (words[to - 1] !== "?") break;
    to -= isArray ? 2 : 1;
  }
  let schema = arrays < levels ? readOne(source, { from, to }, levels - arrays) : {};
  for (let around = Math.min(arrays, levels); around > 0; around--) schema = { type: "array", items: schema };
  return schema;
}

function readOne(source: TypeWords, { from, to }: Range, levels: number): JSONSchema {
  const { words, partners } = source;
  const first = words[from] ?? "";
  if (to - from === 1) return namedSchema(first);
  const closes = (at: number) => partners.get(at) === to - 1;
  const inside = { from: from + 1, to: to - 1 };
  if (closes(from) && first === "{") return readMembers(source, inside, levels - 1);
  if (closes(from) && first === "[") return readTuple(source, inside, levels - 1);
  if (closes(from) && first === "(") return readType(source, inside, levels - 1);
  const isGeneric = closes(from + 1) && /^[[<]$/.test(words[from + 1] ?? "");
  return isGeneric ? readGeneric(source, first, { from: from + 2, to: to - 1 }, levels - 1) : {};
}

function readGeneric(source: TypeWords, name: string, range: Range, levels: number): JSONSchema {
  const [first = range, second] = split(source, range, [","]);
  if (/^(?:readonlyarray|array|list)$/i.test(name))
    return { type: "array", items: readType(source, first, levels) };
  if (/^(?:partial|required|readonly|nonnullable|promise|awaited|optional)$/i.test(name))
    return readType(source, first, levels);
  if (!/^(?:record|dict|map)$/i.test(name)) return {};
  const value = second ? readType(source, second, levels) : {};
  const names = readType(source, first, levels).enum;
  return names
    ? objectOf(names.map((key) => [String(key), value]))
    : { type: "object", additionalProperties: value };
}

function readTuple(source: TypeWords, range: Range, levels: number): JSONSchema {
  if (range.from === range.to) return { type: "array", items: {} };
  const { words } = source;
  const prefixItems: JSONSchema[] = [];
  let items: JSONSchema | undefined;
  for (const { from: start, to } of split(source, range, [","])) {
    const isRest = words[start] === "...";
    let from = isRest ? start + 1 : start;
    // A label, as in `[name: string, age?: number]`.
    if (words[from + 1] === ":") from += 2;
    else if (words[from + 1] === "?" && words[from + 2] === ":") from += 3;
    const schema = readType(source, { from, to }, levels);
    if (isRest) items = schema.items as JSONSchema | undefined;
    else prefixItems.push(schema);
  }
  if (!prefixItems.length) return { type: "array", items: items ?? {} };
  return items ? { type: "array", prefixItems, items } : { type: "array", prefixItems };
}

function readMembers(source: TypeWords, range: Range, levels: number): JSONSchema {
  if (range.from === range.to) return {};
  const { words, partners } = source;
  const members: [name: string, schema: JSONSchema][] = [];
  let others: JSONSchema | true | undefined;
  for (const { from, to } of split(source, range, [";", ",", "\n"])) {
    let at = from;
    while (words[at] === "readonly" && !/^[:?]$/.test(words[at + 1] ?? ":") && at + 1 < to) at++;
    const name = words[at] ?? "";
    const signature = name === "[" ? partners.get(at) : undefined;
    at = (signature ?? at) + 1;
    // A method is no data.
    if (at < to && /^[(<]$/.test(words[at] ?? "")) continue;
    if (at < to && words[at] === "?") at++;
    const value = words[at] === ":" && at < to ? readType(source, { from: at + 1, to }, levels) : {};
    if (signature !== undefined) others = value;
    else if (/^[\p{L}\p{N}_$"'-]/u.test(name)) members.push([unquote(name), value]);
    else others ??= true;
  }
  if (!members.length && others === undefined) return {};
  const schema = objectOf(members);
  return others === undefined ? schema : { ...schema, additionalProperties: others };
}

/** Describes an object by its members. */
export const objectOf = (members: readonly (readonly [name: string, schema: JSONSchema])[]): JSONSchema => ({
  type: "object",
  properties: Object.fromEntries(members.filter(([name]) => isReadableName(name))),
});

/** Splits a range at signs that stand outside of brackets; empty parts are left out, but one part is always there. */
function split({ words, partners }: TypeWords, { from, to }: Range, signs: readonly string[]): Range[] {
  const parts: Range[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && !signs.includes(words[at] ?? "")) at = partners.get(at) ?? at;
    else {
      if (at > start) parts.push({ from: start, to: at });
      start = at + 1;
    }
  }
  return parts.length ? parts : [{ from, to }];
}
