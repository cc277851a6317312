import { expandSchema } from "./expandSchema.js";
import { formatPath } from "./formatPath.js";
import { memberNames, readMember } from "./readValue.js";
import type { JSONSchema, Variable, VariableSource, VariableType } from "./types.js";

/** A place of a source's data, seen through its schemas and its sample. */
interface Place {
  source: VariableSource;
  segments: readonly (string | number)[];
  label: string;
  schemas: JSONSchema[];
  /** The references that led here. */
  passed: Set<string>;
  sample: unknown;
  parent?: Place | undefined;
  variable?: Variable | undefined;
}

/** How near a source is: upstream nodes by their steps, then those of unknown distance, then those that run later. */
export const rankOf = ({ distance }: VariableSource) =>
  distance === undefined ? 1e9 : distance >= 0 && distance < Infinity ? distance : 2e9;

/**
 * Lists all variables level by level, so that a node with too many does not hide the others; `children` maps a path to
 * what is directly below it.
 */
export function collectVariables(sources: readonly VariableSource[], maxLeaves: number, maxDepth: number) {
  const rows: Variable[] = [];
  const children = new Map<string, Variable[]>([["", []]]);
  const places: Place[] = sources.map((source) => {
    const passed = new Set<string>();
    const { slug, label, schema, sample } = source;
    const schemas = expandSchema(schema, schema, passed);
    return { source, segments: [slug], label: label || slug, schemas, passed, sample };
  });
  let leaves = 0;
  let truncated = false;
  for (const place of places) {
    const below = place.segments.length < maxDepth ? placesBelow(place) : [];
    if (!below.length && ++leaves > maxLeaves) truncated = true;
    if (truncated) break;
    const variable = describe(place, below.length > 0);
    rows.push(variable);
    children.set(variable.path, []);
    children.get(place.parent?.variable?.path ?? "")?.push(variable);
    place.variable = variable;
    if (places.length < maxLeaves * 4) for (const next of below) places.push(next);
    else truncated = true;
  }
  for (const list of [rows, children.get("")]) list?.sort((a, b) => rankOf(a.source) - rankOf(b.source));
  return { rows, children, truncated };
}

function placesBelow(place: Place): Place[] {
  const { schemas, sample, source } = place;
  for (let around = place.parent; around; around = around.parent) {
    if (typeof sample === "object" && sample !== null && around.sample === sample) return [];
  }
  const described = new Map<string | number, unknown[]>(memberNames(sample).map((name) => [name, []]));
  const describeMember = (key: string | number, schema: unknown) => {
    const known = described.get(key);
    if (known) known.push(schema);
    else described.set(key, [schema]);
  };
  if (readMember(sample, 0) !== undefined) described.set(0, []);
  for (const { properties, prefixItems, items } of schemas) {
    for (const name of memberNames(properties)) describeMember(name, readMember(properties, name));
    const tuple = prefixItems ?? items;
    if (Array.isArray(tuple)) tuple.forEach((item, index) => describeMember(index, item));
    else if (items) describeMember(0, items);
  }
  return Array.from(described, ([key, list]) => {
    const passed = new Set(place.passed);
    const below = list.flatMap((schema) => expandSchema(schema, source.schema, passed));
    return {
      source,
      segments: [...place.segments, key],
      label: below.find(({ title }) => title)?.title ?? (typeof key === "number" ? `[${key}]` : key),
      schemas: below,
      passed,
      sample: readMember(sample, key),
      parent: place,
    };
  });
}

function describe(place: Place, branch: boolean): Variable {
  const { source, segments, label, schemas } = place;
  const sample = place.sample ?? schemas.map(exampleOf).find((example) => example !== undefined);
  const type = typeOf(place, sample);
  return {
    path: formatPath(segments),
    segments,
    label,
    type,
    source,
    description: schemas.find(({ description }) => description)?.description,
    sample: source.sensitive ? undefined : sample,
    branch,
    open:
      schemas.some((schema) => !!schema.additionalProperties || !!schema.patternProperties) ||
      (!branch && !/[ng]$|boolean/.test(type.replace("unknown", ""))),
  };
}

const exampleOf = ({ examples, default: usual, const: only, enum: choices }: JSONSchema) =>
  examples?.[0] ?? usual ?? only ?? choices?.[0];

function typeOf({ schemas, sample }: Place, example: unknown): VariableType {
  const types = new Set<string>();
  if (sample === undefined || sample === null) {
    for (const { type, properties, items, prefixItems } of schemas) {
      for (const name of [type ?? (properties ? "object" : (items ?? prefixItems) ? "array" : [])].flat()) {
        types.add(name === "integer" ? "number" : name);
      }
    }
  }
  if (types.size > 1) types.delete("null");
  const [only] = types;
  const type = types.size > 1 ? "unknown" : (only ?? kindOf(example));
  const has = (name: string) =>
    readMember(sample, name) !== undefined ||
    schemas.some(({ properties }) => readMember(properties, name) !== undefined);
  return type === "object" && has("path") && has("_metadata") ? "file" : (type as VariableType);
}

function kindOf(value: unknown): VariableType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const kind = typeof value;
  return kind === "string" || kind === "number" || kind === "boolean" || kind === "object" ? kind : "unknown";
}
