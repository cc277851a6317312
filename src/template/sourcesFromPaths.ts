import { isReadableName } from "./isReadableName.js";
import { readHostPath } from "./readHostPath.js";
import { memberNames, readList, readMember } from "./readValue.js";
import type { JSONSchema, VariableSource } from "./types.js";
import { warnAboutPaths } from "./warnAboutPaths.js";

/**
 * Path of a variable: a text such as `start.files[0].name`, or its segments, in which a number is an array position.
 */
export type SourcePath = string | readonly (string | number)[];

/** Path with what is known about its value. */
export interface DescribedPath {
  /** Path of the value. */
  path: SourcePath;
  /** JSON Schema of the value, without `$ref`; anything unless given. Of two for one path the first counts. */
  schema?: JSONSchema | undefined;
}

/** Members of a source that paths do not tell. */
export type SourceNode = Partial<Omit<VariableSource, "slug" | "schema">>;

/** Options of {@link sourcesFromPaths}. */
export interface SourcesFromPathsOptions {
  /** Nodes by slug: label, id, kind, sample, distance, and whether they are sensitive. The slug is the label unless given. */
  nodes?: Readonly<Record<string, SourceNode>> | undefined;
}

/** Schema that grows with the paths. */
interface Place extends JSONSchema {
  properties?: Record<string, Place>;
  items?: Place;
}

/** Segments of a path that are described; what lies deeper may be anything. An index reads 12. */
const MOST_SEGMENTS = 100;
const MEMBERS = ["label", "nodeId", "kind", "sample", "distance", "sensitive"] as const;

/**
 * Makes variable sources of a list of paths: one for each first segment, in the order in which they appear. The end of
 * a path may have any value, and members that nobody listed; a node of which a path names members has no others. Every
 * index describes all elements of its array. Paths that can't be read are left out, with one warning in development.
 * Never throws.
 *
 * @example
 * const variables = sourcesFromPaths(["start.input", "start.files[0].name", "agent1.content"], {
 *   nodes: { start: { label: "Start", kind: "trigger", distance: 2 }, agent1: { label: "Agent 1", distance: 1 } },
 * });
 */
export function sourcesFromPaths(
  paths: readonly (SourcePath | DescribedPath)[],
  options: SourcesFromPathsOptions = {},
): VariableSource[] {
  const root = createPlace();
  const slugs = new Set<string>();
  const described = new Map<Place, () => void>();
  const faults: string[] = [];
  const entries = readList(paths);
  entries.forEach((entry, at) => {
    const path = readMember(entry, "path") ?? entry;
    const segments = toSegments(path);
    if (typeof segments === "string") {
      faults.push(`number ${at + 1}${typeof path === "string" ? ` (${quote(path)})` : ""} ${segments}`);
      return;
    }
    slugs.add(segments[0]);
    let around = root;
    let place = root;
    for (const segment of segments) {
      around = place;
      place = placeBelow(around, segment);
    }
    const schema = readMember(entry, "schema");
    if (!memberNames(schema).length || described.has(place) || segments.length === MOST_SEGMENTS) return;
    const [parent, key, leaf] = [around, segments.at(-1) ?? 0, place];
    described.set(leaf, () => describePlace(parent, key, leaf, schema as Place));
  });
  for (const describe of described.values()) describe();
  if (faults.length) warnAboutPaths(faults, entries.length);
  const nodes = readMember(options, "nodes");
  return Array.from(slugs, (slug) => toSource(slug, root.properties?.[slug], readMember(nodes, slug)));
}

function toSource(slug: string, schema: JSONSchema | undefined, node: unknown): VariableSource {
  const known = MEMBERS.map((name) => [name, readMember(node, name)]).filter(
    ([, value]) => value !== undefined,
  );
  return { slug, label: slug, ...(Object.fromEntries(known) as SourceNode), schema };
}

/** Reads a path; a text says why it can't be read. */
function toSegments(path: unknown): readonly [string, ...(string | number)[]] | string {
  const text = typeof path === "string" ? path.trim() : "";
  if (!text && (typeof path !== "object" || !path)) return "is neither a path nor a list of segments";
  const reading = text ? readHostPath(text, MOST_SEGMENTS) : undefined;
  if (reading && reading.end < text.length) return `can't be read from ${quote(text.slice(reading.end))} on`;
  const [first, ...rest] = reading?.segments ?? readList(path).slice(0, MOST_SEGMENTS);
  const wrong = [first, ...rest].find((segment) => !isSegment(segment));
  if (typeof wrong === "string") return `has the name ${quote(wrong)}, which is never read`;
  return isSegment(first) && first !== "" && rest.every(isSegment)
    ? [String(first), ...rest]
    : "has a segment that is neither a name nor an array position";
}

/** Checks for an array position, or a name that may be read: not one that leads to prototypes. */
const isSegment = (segment: unknown): segment is string | number =>
  typeof segment === "string"
    ? isReadableName(segment)
    : Number.isSafeInteger(segment) && Number(segment) >= 0;

/** Creates a place without a prototype, so that a name that is missing is nowhere else. */
const createPlace = () => Object.create(null) as Place;

function placeBelow(place: Place, segment: string | number): Place {
  let below: Place;
  if (typeof segment === "number") below = place.items ??= createPlace();
  else {
    place.properties ??= Object.create(null) as Record<string, Place>;
    below = place.properties[segment] ??= createPlace();
  }
  place.type = !place.items ? "object" : place.properties ? ["object", "array"] : "array";
  return below;
}

/** Puts a given schema in its place, or beside what other paths say about the place. */
function describePlace(around: Place, key: string | number, place: Place, schema: Place): void {
  if (place.type) place.allOf = [schema];
  else if (typeof key === "number") around.items = schema;
  else if (around.properties) around.properties[key] = schema;
}

const quote = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
