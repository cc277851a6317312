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
 * Searches for variables; a query that ends behind a branch lists the children of that branch. Quotes that a keyboard
 * made curly are straight again.
 */
export const searchVariables: SearchVariables = (typed, index, { limit }) => {
  const query = typed.replace(/[\u201c-\u201f]/g, '"');
  const branch = branchOf(query);
  if (branch !== null) {
    const children = index.children(branch);
    if (children.length > 0 && index.has(branch))
      return { items: children.slice(0, limit), total: children.length };
  }
  return index.search(query, { limit });
};

function branchOf(query: string): string | null {
  if (query.endsWith("?.")) return query.slice(0, -2);
  return query.endsWith(".") || query.endsWith("[") ? query.slice(0, -1) : null;
}
