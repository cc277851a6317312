import type { Variable, VariableIndex } from "../../../template/index.js";

/** What a search finds: the first hits and how many there are in all. */
export interface SearchResult {
  /** The hits that are shown, best first. */
  items: readonly Variable[];
  /** How many there are in all. */
  total: number;
}

/** Replaces the built-in ranking. */
export type SearchVariables = (
  query: string,
  index: VariableIndex,
  options: { limit: number },
) => SearchResult;

/** Quotes that a keyboard made curly are straight again. A query that ends behind a branch lists the children of that branch; any other query is searched. */
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
