import type { Place } from "./expandPlace.js";
import { readList, readMember } from "./readValue.js";
import type { JSONSchema, Variable, VariableType } from "./types.js";

/** Types that one schema may list; JSON has seven. */
const MOST_TYPES = 16;

/** Describes the variable at a place. */
export function describeVariable(place: Place, branch: boolean): Variable {
  const { source, path, segments, schemas, sample } = place;
  const example = sample ?? findExample(schemas);
  const plain = typeOf(sample == null ? schemas : [], example);
  const key = segments.at(-1);
  const title = findWords(schemas, "title") ?? (typeof key === "number" ? `[${key}]` : key);
  return {
    path,
    segments,
    label: String((segments.length < 2 && source.label) || title),
    type: plain === "object" && branch && isFile(place) ? "file" : plain,
    source,
    description: findWords(schemas, "description"),
    sample: source.sensitive ? undefined : example,
    branch,
    open:
      schemas.some((schema) => schema.additionalProperties || schema.patternProperties) ||
      (!branch && plain !== "string" && plain !== "number" && plain !== "boolean"),
  };
}

const findExample = (schemas: readonly JSONSchema[]) =>
  schemas
    .map(
      (schema) =>
        readMember(schema.examples, 0) ?? schema.default ?? schema.const ?? readMember(schema.enum, 0),
    )
    .find(Boolean);

const findWords = (schemas: readonly JSONSchema[], key: "title" | "description") =>
  schemas.map((schema) => schema[key]).find((text) => text && typeof text === "string");

/** Checks for an object in the workflow's standard file format. */
function isFile({ sample, schemas }: Place): boolean {
  const all = [sample, ...schemas.map(({ properties }) => properties)];
  return ["path", "_metadata"].every((name) => all.some((at) => readMember(at, name) !== undefined));
}

const TYPES = new Set<unknown>(["string", "number", "boolean", "object", "array", "null"]);
const toType = (type: unknown) => (TYPES.has(type) ? (type as VariableType) : "unknown");

function typeOf(schemas: readonly JSONSchema[], example: unknown): VariableType {
  const kind = example === null ? "null" : Array.isArray(example) ? "array" : typeof example;
  if (schemas.length === 0) return toType(kind);
  const named = schemas.flatMap(({ type, properties, items, prefixItems }) =>
    readList(type ?? (properties ? "object" : (items ?? prefixItems) ? "array" : [])).slice(0, MOST_TYPES),
  );
  const types = new Set(named.map((name) => (name === "integer" ? "number" : name)));
  if (types.size > 1) types.delete("null");
  return toType(types.size > 1 ? "" : ([...types][0] ?? kind));
}
