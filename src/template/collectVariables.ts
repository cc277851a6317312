import { expandSchema } from "./expandSchema.js";
import { appendSegment } from "./formatPath.js";
import { memberNames, readList, readMember } from "./readValue.js";
import type { StepBudget } from "./StepBudget.js";
import type { JSONSchema, Variable, VariableSource, VariableType } from "./types.js";
import { warnAboutSample } from "./warnAboutSample.js";

/** Place in a source's data, seen through its schemas and its sample. */
interface Place {
  source: VariableSource;
  path: string;
  segments: readonly (string | number)[];
  schemas: readonly JSONSchema[];
  /** The references that led here. */
  passed: readonly string[];
  sample: unknown;
  parent?: Place | undefined;
}

/** Keywords of schemas that are read for one index: a schema that many places share is read for each of them. */
const MOST_KEYWORDS = 300_000;
/** Letters of all paths and labels together: below a long name each path holds it again. */
const MOST_LETTERS = 8_000_000;
/** Letters of a name that a list can show. */
const LONGEST_NAME = 256;
/** Types that one schema may list; JSON has seven. */
const MOST_TYPES = 16;

/**
 * Ranks a source by its distance: upstream nodes by their steps, then those of unknown distance, then those that run
 * later.
 */
export const rankOf = ({ distance = 1e9 }: VariableSource) =>
  distance >= 0 && distance < Infinity ? distance : 2e9;

/**
 * Lists all variables level by level, so that a node with too many does not hide the others, and nearest node first;
 * `children` maps a path to what is directly below it.
 */
export function collectVariables(sources: readonly VariableSource[], maxLeaves: number, maxDepth: number) {
  const rows: Variable[] = [];
  const children = new Map<string, Variable[]>([["", []]]);
  const budget: StepBudget = { left: MOST_KEYWORDS };
  const places = [...sources]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((source) => placeAt(source, undefined, source.slug, [source.schema], source.sample, budget));
  let leaves = 0;
  let letters = 0;
  let hasLongNames = false;
  let truncated = false;
  for (const place of places) {
    warnAboutSample(place.path, place.sample, false);
    const all = place.segments.length < maxDepth ? placesBelow(place, budget) : [];
    const below = all.filter(({ segments }) => String(segments.at(-1)).length <= LONGEST_NAME);
    if (below.length < all.length) hasLongNames = true;
    if (!below.length && ++leaves > maxLeaves) truncated = true;
    if (truncated) break;
    const row = describe(place, below.length > 0);
    letters += row.path.length + row.label.length;
    if (letters > MOST_LETTERS) {
      truncated = true;
      break;
    }
    rows.push(row);
    if (row.branch) children.set(row.path, []);
    children.get(place.parent?.path ?? "")?.push(row);
    if (places.length < maxLeaves * 4) for (const next of below) places.push(next);
    else truncated = true;
  }
  rows.sort((a, b) => rankOf(a.source) - rankOf(b.source));
  return { rows, children, truncated: truncated || hasLongNames || budget.left < 0 };
}

function placeAt(
  source: VariableSource,
  parent: Place | undefined,
  key: string | number,
  given: readonly unknown[],
  sample: unknown,
  budget: StepBudget,
): Place {
  const passed = given.length ? [...(parent?.passed ?? [])] : [];
  const schemas = given.flatMap((schema) => expandSchema(schema, source.schema, passed, budget));
  const segments = parent ? [...parent.segments, key] : [key];
  return { source, path: appendSegment(parent?.path ?? "", key), segments, schemas, passed, sample, parent };
}

function placesBelow(place: Place, budget: StepBudget): Place[] {
  const { schemas, sample, source } = place;
  if (!schemas.length && typeof sample !== "object") return [];
  for (let around = place.parent; around; around = around.parent) {
    if (around.sample !== sample || typeof sample !== "object" || !sample) continue;
    warnAboutSample(place.path, sample, true);
    return [];
  }
  const elements = schemas.map(elementsOf);
  const keys = new Set<string | number>(memberNames(sample));
  if (readMember(sample, 0) !== undefined) keys.add(0);
  schemas.forEach(({ properties }, at) => {
    for (const key of [...memberNames(properties), ...(elements[at] ?? []).keys()]) keys.add(key);
  });
  return Array.from(keys, (key) => {
    const given = schemas.map(({ properties }, at) =>
      typeof key === "number" ? elements[at]?.[key] : readMember(properties, key),
    );
    return placeAt(source, place, key, given, readMember(sample, key), budget);
  });
}

/** Lists the schemas of an array's elements, by their index; one schema for all of them stands at 0. */
const elementsOf = ({ prefixItems, items }: JSONSchema) => readList(prefixItems ?? (items || []));

function describe({ source, path, segments, schemas, sample }: Place, branch: boolean): Variable {
  const example =
    sample ??
    schemas
      .map(
        (schema) =>
          readMember(schema.examples, 0) ?? schema.default ?? schema.const ?? readMember(schema.enum, 0),
      )
      .find(Boolean);
  const words = (key: "title" | "description") =>
    schemas.map((schema) => schema[key]).find((text) => text && typeof text === "string");
  const has = (name: string) =>
    [sample, ...schemas.map(({ properties }) => properties)].some((at) => readMember(at, name) !== undefined);
  const plain = typeOf(sample == null ? schemas : [], example);
  const type = plain === "object" && branch && has("path") && has("_metadata") ? "file" : plain;
  const key = segments.at(-1);
  return {
    path,
    segments,
    label: String(
      (segments.length < 2 && source.label) ||
        (words("title") ?? (typeof key === "number" ? `[${key}]` : key)),
    ),
    type,
    source,
    description: words("description"),
    sample: source.sensitive ? undefined : example,
    branch,
    open:
      schemas.some((schema) => schema.additionalProperties || schema.patternProperties) ||
      (!branch && !/string|number|boolean/.test(type)),
  };
}

function typeOf(schemas: readonly JSONSchema[], example: unknown): VariableType {
  const kind = example === null ? "null" : Array.isArray(example) ? "array" : typeof example;
  if (!schemas.length && kind === "string") return kind;
  const named = schemas.flatMap(({ type, properties, items, prefixItems }) =>
    readList(type ?? (properties ? "object" : (items ?? prefixItems) ? "array" : [])).slice(0, MOST_TYPES),
  );
  const types = new Set(named.map((name) => (name === "integer" ? "number" : name)));
  if (types.size > 1) types.delete("null");
  const type = types.size > 1 ? "" : ([...types][0] ?? kind);
  const isKnown = typeof type === "string" && /^(string|number|boolean|object|array|null)$/.test(type);
  return isKnown ? (type as VariableType) : "unknown";
}
