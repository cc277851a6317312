import { fuzzyScore, queryParts } from "./fuzzyScore.js";
import type { Variable, VariableIndex } from "./types.js";

/** Above this, a text is pasted prose and not a query. */
const MAX_FUZZY = 64;

/**
 * Makes a search over rows that stand nearest source first. One `indexOf` pass over all paths as one text finds what
 * holds the query; while the query grows, only the last hits are looked at again. Where that finds nothing, or a
 * query of several parts leaves room, rows are compared part by part.
 */
export function createSearch(rows: readonly Variable[]): VariableIndex["search"] {
  let texts: string[] | undefined;
  let joined = "";
  let previous: { query: string; hits: number[] } | undefined;
  const starts = new Int32Array(rows.length + 1);
  const lasts = new Int32Array(rows.length);
  const masks = new Int32Array(rows.length);

  function prepare(): string[] {
    const all = rows.map(({ path, label, segments }, row) => {
      // A node is found by its name too.
      const text = (segments.length > 1 ? path : `${path}\t${label.replace(/\n/g, " ")}`).toLowerCase();
      const start = starts[row] as number;
      starts[row + 1] = start + text.length + 1;
      lasts[row] =
        start + (segments.length > 1 ? Math.max(path.lastIndexOf("."), path.lastIndexOf("[")) + 1 : 0);
      masks[row] = maskOf(text);
      return text;
    });
    joined = all.join("\n") + "\n";
    return all;
  }

  /** How well a hit stands: whole segment, start of one, start of a word, inside; last segments and short paths first. */
  function scoreAt(row: number, at: number, length: number): number {
    const { path, segments } = rows[row] as Variable;
    const before = joined.charCodeAt(at - 1);
    const camel = path.charCodeAt(at - (starts[row] as number)) !== joined.charCodeAt(at);
    const start = isBetween(before);
    const tier = start
      ? isBetween(joined.charCodeAt(at + length))
        ? 48
        : 32
      : camel || before === 95 || before === 45 || before === 32
        ? 16
        : 0;
    return tier + (at + length > (lasts[row] as number) ? 8 : 0) - segments.length;
  }

  return (query, { limit = 50, type } = {}) => {
    const wanted = query.trim().toLowerCase().replaceAll("?.", ".");
    const demotion = (row: number) => {
      const own = (rows[row] as Variable).type;
      return !type || own === type || own === "unknown" ? 0 : 96;
    };
    if (!wanted) {
      const items = rows.filter(({ segments }) => segments.length < 2);
      return { items: items.slice(0, limit), total: items.length };
    }
    const all = (texts ??= prepare());
    const again = previous && wanted.startsWith(previous.query) ? previous.hits : undefined;
    const hits: number[] = [];
    const buckets: number[][] = [];
    const put = (row: number, score: number) => {
      const bucket = (buckets[Math.max(0, 240 + demotion(row) - score)] ??= []);
      if (bucket.length < limit) bucket.push(row);
    };
    for (let i = 0, found = -1; i < (again ?? rows).length; i++) {
      const row = again ? (again[i] as number) : i;
      const start = starts[row] as number;
      const end = starts[row + 1] as number;
      if (again) {
        const at = (all[row] as string).indexOf(wanted);
        found = at < 0 ? end : start + at;
      } else if (found < start) {
        found = joined.indexOf(wanted, start);
        if (found < 0) break;
      }
      if (found >= end) continue;
      hits.push(row);
      const last = lasts[row] as number;
      const inLast = found < last ? (all[row] as string).indexOf(wanted, last - start) : -1;
      const score = scoreAt(row, found, wanted.length);
      put(row, inLast < 0 ? score : Math.max(score, scoreAt(row, start + inLast, wanted.length)));
    }
    previous = { query: wanted, hits };
    let total = hits.length;
    const parts = queryParts(wanted);
    if (wanted.length <= MAX_FUZZY && (!total || (total < limit && parts.length > 1))) {
      const mask = maskOf(parts.join(""));
      const known = new Set(hits);
      all.forEach((text, row) => {
        if (((masks[row] as number) & mask) !== mask || known.has(row)) return;
        const score = fuzzyScore(text, parts);
        if (score) put(row, score - 110);
        if (score) total++;
      });
    }
    return {
      items: buckets
        .flat()
        .slice(0, limit)
        .map((row) => rows[row] as Variable),
      total,
    };
  };
}

/** Whether a character stands between segments: `.`, `[`, `]`, `"`, a tab, a row's end. */
const isBetween = (code: number) => !(code > 10) || code === 46 || code === 34 || code === 91 || code === 93;

/** One bit per letter and digit, some shared: a row that lacks a letter of the query is passed over. */
function maskOf(text: string): number {
  let mask = 0;
  for (let i = 0; i < text.length; i++) mask |= 1 << text.charCodeAt(i);
  return mask;
}
