import { fuzzyScore, queryParts } from "./fuzzyScore.js";
import type { Variable, VariableIndex, VariableType } from "./types.js";

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
  const starts: number[] = [];
  const lasts: number[] = [];
  let masks: number[] | undefined;
  let previous: { query: string; hits: number[] } | undefined;

  function prepare(): string[] {
    let at = 0;
    texts = rows.map(({ path, label, segments }) => {
      // A node is found by its name too.
      const text = (segments.length > 1 ? path : path + "\t" + label.replace(/\n/g, " ")).toLowerCase();
      starts.push(at);
      lasts.push(segments.length > 1 ? Math.max(path.lastIndexOf("."), path.lastIndexOf("[")) + 1 : 0);
      at += text.length + 1;
      return text;
    });
    joined = texts.join("\n");
    return texts;
  }

  function substringHits(query: string, all: string[]): number[] {
    const hits: number[] = [];
    if (previous && query.startsWith(previous.query)) {
      for (const row of previous.hits) if (all[row]?.includes(query)) hits.push(row);
    } else {
      let row = 0;
      for (let at = joined.indexOf(query); at >= 0; at = joined.indexOf(query, starts[++row])) {
        let beyond = rows.length;
        while (row < beyond - 1) {
          const middle = (row + beyond) >> 1;
          if ((starts[middle] ?? 0) <= at) row = middle;
          else beyond = middle;
        }
        hits.push(row);
        if (row === rows.length - 1) break;
      }
    }
    previous = { query, hits };
    return hits;
  }

  /** How well the query stands in a row that holds it: 0 to 63. */
  function scoreHit(row: number, text: string, query: string): number {
    const last = lasts[row] ?? 0;
    const path = rows[row]?.path ?? "";
    const at = text.indexOf(query);
    const inLast = at < last ? text.indexOf(query, last) : -1;
    const tier = Math.max(
      tierAt(text, path, query, at) * 16 + (at + query.length > last ? 8 : 0),
      inLast < 0 ? 0 : tierAt(text, path, query, inLast) * 16 + 8,
    );
    return tier - Math.min(rows[row]?.segments.length ?? 0, 12);
  }

  function fuzzyHits(query: string, all: string[], skip: readonly number[]) {
    const parts = queryParts(query);
    const letters = parts.join("");
    const found: { row: number; score: number }[] = [];
    if (!letters || query.length > MAX_FUZZY) return found;
    masks ??= all.map(maskOf);
    const mask = maskOf(letters);
    const skipped = new Set(skip);
    for (let row = 0; row < all.length; row++) {
      if (((masks[row] ?? 0) & mask) !== mask || skipped.has(row)) continue;
      const score = fuzzyScore(all[row] ?? "", parts, letters);
      if (score > 0) found.push({ row, score });
    }
    return found;
  }

  return (query, { limit = 50, type } = {}) => {
    const wanted = query.trim().toLowerCase().replaceAll("?.", ".");
    const pick = (row: number) => rows[row] as Variable;
    if (!wanted) {
      const items = rows.filter(({ segments }) => segments.length === 1);
      return { items: items.slice(0, limit), total: items.length };
    }
    const all = texts ?? prepare();
    const hits = substringHits(wanted, all);
    const buckets: number[][] = [];
    for (const row of hits) {
      const demoted = type && mismatches(pick(row).type, type) ? 64 : 0;
      const place = 80 + demoted - scoreHit(row, all[row] ?? "", wanted);
      const bucket = (buckets[place] ??= []);
      if (bucket.length < limit) bucket.push(row);
    }
    const items = buckets.flat().slice(0, limit).map(pick);
    let total = hits.length;
    if (!total || (items.length < limit && queryParts(wanted).length > 1)) {
      const found = fuzzyHits(wanted, all, hits);
      for (const hit of found) if (type && mismatches(pick(hit.row).type, type)) hit.score -= 1000;
      found.sort((a, b) => b.score - a.score || a.row - b.row);
      for (const { row } of found.slice(0, limit - items.length)) items.push(pick(row));
      total += found.length;
    }
    return { items, total };
  };
}

const mismatches = (type: VariableType, wanted: VariableType) => type !== wanted && type !== "unknown";

/** 3: a whole segment, 2: the start of one, 1: the start of a word, 0: inside. */
function tierAt(text: string, path: string, query: string, at: number): number {
  const before = text[at - 1] ?? ".";
  if ('.[]"\t'.includes(before)) return '.[]"\t'.includes(text[at + query.length] ?? ".") ? 3 : 2;
  return "_- ".includes(before) || (path[at] ?? "") !== text[at] ? 1 : 0;
}

/** One bit per letter, one for all digits: a row that lacks a letter of the query is passed over. */
function maskOf(text: string): number {
  let mask = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 96 && code < 123) mask |= 1 << (code - 97);
    else if (code > 47 && code < 58) mask |= 1 << 26;
  }
  return mask;
}
