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

/** Letters of a name that a list can show. */
const LONGEST_NAME = 256;
/** Types that one schema may list; JSON has seven. */
const MOST_TYPES = 16;

/** Bounds of what is collected. */
export interface PieceBounds {
  /** Most variables without children. */
  leaves: number;
  /** Most segments of a path. */
  depth: number;
  /** Most keywords of schemas that are read: a schema that many places share is read for each of them. */
  keywords: number;
  /** Most letters of all paths and labels together: below a long name each path holds it again. */
  letters: number;
}

/** Variables of one source, collected level by level as they are asked for. */
export interface VariablePiece {
  /** Source that they come from. */
  source: VariableSource;
  /** Variable of the source itself. */
  root: Variable;
  /** Gets the variable at a path in its canonical spelling, of a number of segments. */
  get(path: string, depth: number): Variable | undefined;
  /** Lists what is directly below a path of a number of segments. */
  children(path: string, depth: number): readonly Variable[];
  /** Lists the variables of a number of segments; `undefined` below the last ones. */
  level(depth: number): readonly Variable[] | undefined;
  /** Lists all variables, level by level. */
  rows(): readonly Variable[];
  /** Whether some were left out, as far as is known by what was asked for. */
  isTruncated(): boolean;
  /** Counts the keywords of schemas that are read for the levels down to one. */
  keywords(depth: number): number;
}

/** Creates the piece of a source: what it gives to any list that it stands in. */
export function createVariablePiece(source: VariableSource, bounds: PieceBounds): VariablePiece {
  const budget: StepBudget = { left: bounds.keywords };
  const levels: Variable[][] = [];
  const spent: number[] = [];
  const byPath = new Map<string, Variable>();
  const below = new Map<string, Variable[]>();
  const all: Variable[] = [];
  let next = [placeAt(source, undefined, source.slug, [source.schema], source.sample, budget)];
  let leaves = 0;
  let letters = 0;
  let seen = 1;
  let isCut = false;

  function addLevel(): void {
    const places = next;
    const level: Variable[] = [];
    next = [];
    for (const place of places) {
      warnAboutSample(place.path, place.sample, false);
      const inside = place.segments.length < bounds.depth ? placesBelow(place, budget) : [];
      const named = inside.filter(({ segments }) => String(segments.at(-1)).length <= LONGEST_NAME);
      if (named.length < inside.length) isCut = true;
      const row = describe(place, named.length > 0);
      leaves += row.branch ? 0 : 1;
      letters += row.path.length + row.label.length;
      if (levels.length > 0 && (leaves > bounds.leaves || letters > bounds.letters)) {
        isCut = true;
        next = [];
        break;
      }
      level.push(row);
      byPath.set(row.path, row);
      if (row.branch) below.set(row.path, []);
      below.get(place.parent?.path ?? "")?.push(row);
      // Places are kept for the branches too, of which a fan has more than leaves.
      if (seen < bounds.leaves * 4) for (const each of named) next.push(each);
      else isCut = true;
      seen += named.length;
    }
    levels.push(level);
    spent.push(bounds.keywords - Math.max(0, budget.left));
    for (const row of level) all.push(row);
  }

  /** Collects the levels down to one. */
  function reach(depth: number): void {
    while (levels.length < depth && next.length > 0) addLevel();
  }

  reach(1);
  return {
    source,
    root: all[0] as Variable,
    get(path, depth) {
      reach(depth);
      return byPath.get(path);
    },
    children(path, depth) {
      reach(depth + 1);
      return below.get(path) ?? NONE;
    },
    level(depth) {
      reach(depth);
      return levels[depth - 1];
    },
    rows() {
      reach(Infinity);
      return all;
    },
    isTruncated: () => isCut || budget.left < 0,
    keywords(depth) {
      reach(depth);
      return spent[Math.min(depth, spent.length) - 1] ?? 0;
    },
  };
}

const NONE: readonly Variable[] = [];

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
