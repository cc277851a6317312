import type { Variable, VariableIndex } from "../../../template/index.js";

/** Result of a search: the first hits, and the number of all. */
export interface SearchResult {
  /** Hits that are shown, best first. */
  items: readonly Variable[];
  /** Number of hits in all. */
  total: number;
}

/** Function that finds variables in place of the built-in ranking. */
export type SearchVariables = (
  query: string,
  index: VariableIndex,
  options: { limit: number },
) => SearchResult;

/**
 * Searches for variables. An empty query lists the nodes, and one that ends behind a branch the children of that branch:
 * each branch with its leaves below it. Quotes that a keyboard made curly are straight again.
 */
export const searchVariables: SearchVariables = (typed, index, { limit }) => {
  const query = typed.replace(/[\u201c-\u201f]/g, '"');
  const branch = query.trim() ? branchOf(query) : "";
  if (branch !== null) {
    const children = index.children(branch);
    if (children.length > 0 && (!branch || index.has(branch))) return withLeaves(children, index, limit);
  }
  return index.search(query, { limit });
};

/** Leaves that are counted: as many as a search looks at. */
const MOST_COUNTED = 20_000;

/** Lists rows and below each branch its leaves, evenly: all rows come before any leaf where there is room for so many. */
function withLeaves(rows: readonly Variable[], index: VariableIndex, limit: number): SearchResult {
  const branches = rows.filter(({ branch }) => branch).length;
  const share = Math.max(0, Math.floor((limit - rows.length) / (branches || 1)));
  let total = rows.length;
  const items = rows.flatMap((row) => {
    if (!row.branch) return [row];
    const leaves = leavesOf(row, index, Math.max(share, MOST_COUNTED - total));
    total += leaves.length;
    return [row, ...leaves.slice(0, share)];
  });
  return { items: items.slice(0, limit), total };
}

/** Lists what has no children below a branch, nearest first, until there are `most`. */
function leavesOf(top: Variable, index: VariableIndex, most: number): Variable[] {
  const leaves: Variable[] = [];
  const branches = [top];
  for (const { path } of branches) {
    if (leaves.length >= most || branches.length > MOST_COUNTED) break;
    for (const child of index.children(path)) (child.branch ? branches : leaves).push(child);
  }
  return leaves;
}

function branchOf(query: string): string | null {
  if (query.endsWith("?.")) return query.slice(0, -2);
  return query.endsWith(".") || query.endsWith("[") ? query.slice(0, -1) : null;
}
