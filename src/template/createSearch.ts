import { rankOf } from "./collectVariables.js";
import { createFuzzySearch } from "./createFuzzySearch.js";
import { createTextSearch } from "./createTextSearch.js";
import { queryParts } from "./fuzzyScore.js";
import type { Variable, VariableIndex } from "./types.js";

/** Puts hits apart by score, then by nearness, then by depth. */
const SCORE_STEP = 1e9;
const NEARNESS_STEP = 1e4;

/** Above this, a text is pasted prose and not a query. */
const MAX_FUZZY = 64;
/** Above this, a text is no part of a name, and not compared with any. */
const MAX_QUERY = 1000;

/**
 * Creates a search over rows that stand nearest source first. Of equal hits the nearest node comes first, and of one node
 * the shortest path. While the query grows, only the last hits are looked at
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

  const places = placesOf(rows);

  return (query, { limit = 50, type } = {}) => {
    const wanted = query.trim().toLowerCase().replaceAll("?.", ".");
    if (!wanted) {
      const items = rows.filter(({ segments }) => segments.length < 2);
      return { items: items.slice(0, limit), total: items.length };
    }
    if (wanted.length > MAX_QUERY) return { items: [], total: 0 };
    const buckets = new Map<number, number[]>();
    const put = (row: number, score: number) => {
      const own = type && (rows[row] as Variable).type;
      const demotion = own === type || own === "unknown" ? 0 : 96;
      const key = (240 + demotion - score) * SCORE_STEP + (places[row] as number);
      const bucket = buckets.get(key);
      if (!bucket) buckets.set(key, [row]);
      else if (bucket.length < limit) bucket.push(row);
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
    const keys = [...buckets.keys()].sort((a, b) => a - b);
    const best = keys.flatMap((key) => buckets.get(key) ?? []).slice(0, limit);
    return { items: best.map((row) => rows[row] as Variable), total };
  };
}

/** Numbers rows by the nearness of their source, and then by their depth. */
function placesOf(rows: readonly Variable[]): Float64Array {
  let nearness = 0;
  return Float64Array.from(rows, ({ source, segments }, row) => {
    const before = rows[row - 1]?.source;
    if (before && rankOf(before) !== rankOf(source)) nearness++;
    return nearness * NEARNESS_STEP + Math.min(segments.length, NEARNESS_STEP - 1);
  });
}
