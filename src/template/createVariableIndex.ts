import { collectVariables } from "./collectVariables.js";
import { formatPath } from "./formatPath.js";
import { parsePath } from "./parsePath.js";
import { createSearch } from "./createSearch.js";
import type { Variable, VariableIndex, VariableSource } from "./types.js";

/** Limits of an index. */
export interface VariableIndexOptions {
  /** Most variables without children; 20,000 unless given. @default 20000 */
  maxLeaves?: number | undefined;
  /** Most segments of a path; 12 unless given. @default 12 */
  maxDepth?: number | undefined;
}

/**
 * Creates a searchable index of the variables of a node, from the schemas and samples of the nodes before it. Built
 * when it is first asked, so making one costs nothing. Of an array the first element stands for all: `items[7].name`
 * finds `items[0].name`. Sources without a slug, and second ones with the same slug, are left out with a warning in
 * development.
 *
 * @example
 * const index = createVariableIndex([
 *   { slug: "trigger", label: "Trigger", sample: { output: { color: "red" } } },
 * ]);
 * index.search("col").items[0]?.path; // "trigger.output.color"
 */
export function createVariableIndex(
  sources: readonly VariableSource[],
  { maxLeaves = 20_000, maxDepth = 12 }: VariableIndexOptions = {},
): VariableIndex {
  let built: ReturnType<typeof build> | undefined;
  const index = () => (built ??= build(sources, maxLeaves, maxDepth));
  const get = (path: string): Variable | undefined => {
    const { byPath } = index();
    const found = byPath.get(path);
    if (found) return found;
    const segments = parsePath(path);
    return (
      (segments &&
        (byPath.get(formatPath(segments)) ??
          byPath.get(formatPath(segments.map((segment) => (typeof segment === "number" ? 0 : segment)))))) ??
      undefined
    );
  };
  return {
    get size() {
      return index().rows.length;
    },
    get truncated() {
      return index().truncated;
    },
    has: (path) => !!get(path),
    get,
    children: (path = "") => index().children.get(path && (get(path)?.path ?? path)) ?? [],
    search: (query, options) => index().search(query, options),
  };
}

function build(sources: readonly VariableSource[], maxLeaves: number, maxDepth: number) {
  const slugs = new Set([""]);
  const usable = (Array.isArray(sources) ? sources : []).filter((source) => {
    const slug = slugOf(source);
    if (!slugs.has(slug)) return slugs.add(slug);
    warn(slug);
    return false;
  });
  const collected = collectVariables(usable, maxLeaves, maxDepth);
  const byPath = new Map(collected.rows.map((row) => [row.path, row]));
  return { ...collected, byPath, search: createSearch(collected.rows) };
}

/** Reads a source's slug. A list from elsewhere may hold anything: what is no source counts as one without a slug. */
const slugOf = (source: VariableSource | null | undefined) =>
  typeof source?.slug === "string" ? source.slug : "";

const warned = new Set<string>();

function warn(slug: string) {
  try {
    if (process.env.NODE_ENV === "production" || warned.has(slug)) return;
  } catch {
    return;
  }
  warned.add(slug);
  console.warn(
    slug
      ? `Two variable sources have the slug "${slug}": only the first is offered. Give each node its own slug.`
      : "A variable source has no slug: it is not offered, because no path could name it.",
  );
}
