import { createFuzzySearch } from "./createFuzzySearch.js";
import { createTextSearch } from "./createTextSearch.js";
import { queryParts } from "./fuzzyScore.js";
import type { Variable, VariableIndex } from "./types.js";

/** Above this, a text is pasted prose and not a query. */
const MAX_FUZZY = 64;
/** Above this, a text is no part of a name, and not compared with any. */
const MAX_QUERY = 1000;

/**
 * Creates a search over rows that stand nearest source first. While the query grows, only the last hits are looked at
 * again. Where no row holds the query, or a query of several parts leaves room, rows are compared part by part. Empty
 * queries list the nodes.
 *
 * @example
 * const search = createSearch(rows);
 * search("prom").items; // rows whose path or name holds "prom", best first
 */
export function createSearch(rows: readonly Variable[]): VariableIndex["search"] {
  let textSearch: ReturnType<typeof createTextSearch> | undefined;
  let findFuzzy: ReturnType<typeof createFuzzySearch> | undefined;
  let previous: { query: string; hits: number[] } | undefined;

  return (query, { limit = 50, type } = {}) => {
    const wanted = query.trim().toLowerCase().replaceAll("?.", ".");
    if (!wanted) {
      const items = rows.filter(({ segments }) => segments.length < 2);
      return { items: items.slice(0, limit), total: items.length };
    }
    if (wanted.length > MAX_QUERY) return { items: [], total: 0 };
    const buckets: number[][] = [];
    const put = (row: number, score: number) => {
      const own = type && (rows[row] as Variable).type;
      const demotion = own === type || own === "unknown" ? 0 : 96;
      const bucket = (buckets[Math.max(0, 240 + demotion - score)] ??= []);
      if (bucket.length < limit) bucket.push(row);
    };
    textSearch ??= createTextSearch(rows);
    // Prepared with the other, which an idle moment does: no key should wait for it.
    findFuzzy ??= createFuzzySearch(rows, textSearch.texts);
    const again = previous && wanted.startsWith(previous.query) ? previous.hits : undefined;
    const hits = textSearch.find(wanted, again, put);
    previous = { query: wanted, hits };
    let total = hits.length;
    const parts = queryParts(wanted);
    if (wanted.length <= MAX_FUZZY && (!total || (total < limit && parts.length > 1)))
      total += findFuzzy(parts, new Set(hits), put);
    const best = buckets.flat().slice(0, limit);
    return { items: best.map((row) => rows[row] as Variable), total };
  };
}
