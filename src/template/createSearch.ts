import { createBest } from "./createBest.js";
import { createFuzzySearch } from "./createFuzzySearch.js";
import { createRowSearch } from "./createRowSearch.js";
import { queryParts } from "./fuzzyScore.js";
import { joinSearchWords } from "./joinSearchWords.js";
import type { MergedPiece } from "./mergePieces.js";
import { rankOf } from "./rankOf.js";
import { searchWordsOf } from "./searchWordsOf.js";
import type { Variable, VariableIndex, VariableType } from "./types.js";

/** Puts hits apart by score, then by nearness, then by depth. */
const SCORE_STEP = 1e9;
const NEARNESS_STEP = 1e4;

/** Above this, a text is pasted prose and not a query. */
const MAX_FUZZY = 64;
/** Above this, a text is no part of a name, and not compared with any. */
const MAX_QUERY = 1000;

/**
 * Creates a search over the variables of several sources. Of equal hits the nearest node comes first, and of one node
 * the shortest path. While the query grows, only the last hits are looked at again. Where no row holds the query, or a
 * query of several parts leaves room, rows are compared part by part. Empty queries list the nodes.
 *
 * @param pieces the nearest node first
 *
 * @example
 * const search = createSearch(pieces);
 * search("prom").items; // variables whose path or name holds "prom", best first
 */
export function createSearch(pieces: readonly MergedPiece[]): VariableIndex["search"] {
  const roots = pieces.flatMap(({ rows }) => rows.slice(0, 1));
  const rows = pieces.flatMap((piece) => piece.rows);
  const words = joinSearchWords(pieces.map((piece) => searchWordsOf(piece.rows)));
  const places = placesOf(pieces, words.depths);
  const findRows = createRowSearch(words);
  const findFuzzy = createFuzzySearch(pieces, words);

  return (query, { limit = 50, type } = {}) => {
    const wanted = query.trim().toLowerCase().replaceAll("?.", ".");
    if (!wanted) return { items: roots.slice(0, limit), total: roots.length };
    if (wanted.length > MAX_QUERY) return { items: [], total: 0 };
    const best = createBest(limit);
    const rankRow = (row: number, score: number) => (places[row] as number) - score * SCORE_STEP;
    const put = (row: number, score: number) => {
      const worse = type ? demotionOf(rows[row] as Variable, type) : 0;
      best.add(row, rankRow(row, score - worse));
    };
    const hits = findRows(wanted, put, (row, score) => best.takes(row, rankRow(row, score)));
    const parts = queryParts(wanted);
    let total = hits.count;
    if (wanted.length <= MAX_FUZZY && (!total || (total < limit && parts.length > 1)))
      total += findFuzzy(parts, hits, put);
    return { items: best.take().map((row) => rows[row] as Variable), total };
  };
}

const demotionOf = (variable: Variable, type: VariableType) =>
  variable.type === type || variable.type === "unknown" ? 0 : 96;

/** Numbers rows by the nearness of their source, and then by their depth. */
function placesOf(pieces: readonly MergedPiece[], depths: Int32Array): Float64Array {
  const places = new Float64Array(depths.length);
  let row = 0;
  let nearness = 0;
  pieces.forEach(({ piece, rows }, at) => {
    const before = pieces[at - 1]?.piece.source;
    if (before && rankOf(before) !== rankOf(piece.source)) nearness++;
    for (const end = row + rows.length; row < end; row++)
      places[row] = nearness * NEARNESS_STEP + Math.min(depths[row] as number, NEARNESS_STEP - 1);
  });
  return places;
}
