import type { PieceBounds, VariablePiece } from "./createVariablePiece.js";
import { createSearch } from "./createSearch.js";
import { mergePieces } from "./mergePieces.js";
import { parsePath } from "./parsePath.js";
import { rankOf } from "./rankOf.js";
import { searchWordsOf } from "./searchWordsOf.js";
import type { Variable, VariableIndex, VariableSource } from "./types.js";
import { PIECE_BOUNDS, variablePieceOf } from "./variablePieceOf.js";
import { warnAboutSlug } from "./warnAboutSlug.js";

/** Limits of an index. */
export interface VariableIndexOptions {
  /** Most variables without children that a search looks at; 20,000 unless given. @default 20000 */
  maxLeaves?: number | undefined;
  /** Most segments of a path; 12 unless given. @default 12 */
  maxDepth?: number | undefined;
}

/**
 * Creates a searchable index of the variables of a node, from the schemas and samples of the nodes before it. Making one
 * costs nothing: a path is looked up in its source alone, and a search reads all of them when it is first asked. What
 * was read is kept with the source object, for every list that it stands in: give a source that changed as a new object.
 * Of an array the first element stands for all: `items[7].name` finds `items[0].name`. Sources without a slug, and
 * second ones with the same slug, are left out with a warning in development.
 *
 * @example
 * const index = createVariableIndex([
 *   { slug: "trigger", label: "Trigger", sample: { output: { color: "red" } } },
 * ]);
 * index.search("col").items[0]?.path; // "trigger.output.color"
 */
export function createVariableIndex(
  sources: readonly VariableSource[],
  { maxLeaves = PIECE_BOUNDS.leaves, maxDepth = PIECE_BOUNDS.depth }: VariableIndexOptions = {},
): VariableIndex {
  const isUsual = maxLeaves === PIECE_BOUNDS.leaves && maxDepth === PIECE_BOUNDS.depth;
  const bounds = isUsual ? PIECE_BOUNDS : { ...PIECE_BOUNDS, leaves: maxLeaves, depth: maxDepth };
  const own = new Map<VariableSource, VariablePiece>();
  const pieceOf = (source: VariableSource) => {
    const piece = own.get(source) ?? variablePieceOf(source, bounds);
    if (!isUsual) own.set(source, piece);
    return piece;
  };
  const roots = once(() => listRoots(sources));
  const pieces = once(() => listPieces([...roots().values()], pieceOf, bounds));
  const merged = once(() => mergePieces(pieces(), bounds));
  const search = once(() => createSearch(merged().parts));
  const top = once(() => pieces().map(({ root }) => root));
  const size = once(() => merged().parts.reduce((sum, { rows }) => sum + rows.length, 0));

  const pieceAt = (slug: unknown) => {
    const source = roots().get(slug);
    return source && pieceOf(source);
  };
  const find = (segments: readonly (string | number)[]) => pieceAt(segments[0])?.get(segments);
  /** Variables by the paths that were asked for: the marks of a text ask for the same ones again and again. */
  const known = new Map<string, Variable>();
  const get = (path: string): Variable | undefined => {
    const before = known.get(path);
    if (before) return before;
    const variable = findPath(path);
    if (variable) remember(variable, path);
    return variable;
  };
  const remember = (variable: Variable, path = variable.path) => {
    if (known.size < MOST_KNOWN) known.set(path, variable);
  };
  const findPath = (path: string) => {
    const segments = parsePath(path);
    if (!segments) return undefined;
    const isElement = segments.some((segment) => typeof segment === "number" && segment > 0);
    return (
      find(segments) ??
      (isElement ? find(segments.map((segment) => (typeof segment === "number" ? 0 : segment))) : undefined)
    );
  };
  let prepared = 0;
  let rows = 0;
  return {
    prepare() {
      const piece = rows > bounds.leaves ? undefined : pieces()[prepared++];
      // The words are kept with the rows: a list that has no room for all of them makes its own.
      if (!piece) {
        search();
        return false;
      }
      const own = piece.rows();
      searchWordsOf(own);
      rows += own.length;
      return true;
    },
    get size() {
      return size();
    },
    get truncated() {
      return merged().truncated;
    },
    truncatedAt: (path) => pieceAt(parsePath(path)?.[0])?.isPartial() ?? false,
    has: (path) => !!get(path),
    get,
    children(path = "") {
      if (!path) return top();
      const variable = get(path);
      const below = variable ? pieceOf(variable.source).children(variable) : [];
      // Whoever walks down asks for these next.
      for (const child of below) if (child.branch) remember(child);
      return below;
    },
    search: (query, options) => search()(query, options),
  };
}

/** Paths that are remembered. */
const MOST_KNOWN = 10_000;

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Lists the sources that paths can name, by their slugs. */
function listRoots(sources: readonly VariableSource[]): ReadonlyMap<unknown, VariableSource> {
  const roots = new Map<string, VariableSource>();
  for (const source of Array.isArray(sources) ? sources : []) {
    const slug = slugOf(source);
    if (!slug || roots.has(slug)) warnAboutSlug(slug);
    else roots.set(slug, source);
  }
  return roots;
}

/**
 * Reads the nodes of all sources, nearest first. Where many share a schema that is large, the last ones are named
 * without what they hold.
 */
function listPieces(
  sources: readonly VariableSource[],
  pieceOf: (source: VariableSource) => VariablePiece,
  bounds: PieceBounds,
): readonly VariablePiece[] {
  let keywords = 0;
  return [...sources]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((source) => {
      if (keywords > bounds.keywords) return variablePieceOf(source, { ...bounds, keywords: 0 });
      const piece = pieceOf(source);
      keywords += piece.keywords(1);
      return piece;
    });
}

/** Reads a source's slug. A list from elsewhere may hold anything: what is no source counts as one without a slug. */
const slugOf = (source: VariableSource | null | undefined) =>
  typeof source?.slug === "string" ? source.slug : "";
