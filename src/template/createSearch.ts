import { fuzzyScore, queryParts } from "./fuzzyScore.js";
import type { Variable, VariableIndex, VariableSource } from "./types.js";

/** Above this, a text is pasted prose and not a query. */
const MAX_FUZZY = 64;

/**
 * Makes a search over rows that stand nearest source first. One `indexOf` pass over all paths as one text finds what
 * holds the query; while the query grows, only the last hits are looked at again. Where that finds nothing, or a
 * query of several parts leaves room, rows are compared part by part. What a hit is worth is read from that text and
 * from lists of numbers alone: to visit ten thousand objects takes longer than to find them.
 */
export function createSearch(rows: readonly Variable[]): VariableIndex["search"] {
  let texts: string[] | undefined;
  /** All texts as one, and the same with its capitals. */
  let joined = "";
  let cased = "";
  let previous: { query: string; hits: number[] } | undefined;
  const starts = new Int32Array(rows.length + 1);
  const lasts = new Int32Array(rows.length);
  /** Where a name begins that the path does not hold; 0 where there is none. */
  const names = new Int32Array(rows.length);
  const depths = new Int32Array(rows.length);
  const masks = new Int32Array(rows.length);
  /** The letters of the nodes' names. */
  const owners = new Int32Array(rows.length);

  function prepare(): string[] {
    const written: string[] = [];
    const all = rows.map(({ path, label, segments, source }, row) => {
      const named = !path.endsWith(label);
      const text = named ? `${path}\t${label.replace(/\n/g, " ")}` : path;
      const lower = text.toLowerCase();
      const start = starts[row] as number;
      starts[row + 1] = start + lower.length + 1;
      lasts[row] =
        start + (segments.length > 1 ? Math.max(path.lastIndexOf("."), path.lastIndexOf("[")) + 1 : 0);
      names[row] = named ? start + path.length + 1 : 0;
      depths[row] = segments.length;
      masks[row] = maskOf(lower);
      owners[row] = maskOf(nameOf(source));
      // A few letters of other languages grow when they are made small: both texts must have the same places.
      written.push(lower.length === text.length ? text : lower);
      return lower;
    });
    joined = all.join("\n") + "\n";
    cased = written.join("\n");
    return all;
  }

  /** How well a hit stands: whole segment, start of one, start of a word, inside; last segments and short paths first. */
  function scoreAt(row: number, at: number, length: number): number {
    const before = joined.charCodeAt(at - 1);
    const startsWord = before === 95 || before === 45 || before === 32;
    let tier = startsWord || cased.charCodeAt(at) !== joined.charCodeAt(at) ? 16 : 0;
    if (isBetween(before)) tier = isBetween(joined.charCodeAt(at + length)) ? 48 : 32;
    return tier + (at + length > (lasts[row] as number) ? 8 : 0) - (depths[row] as number);
  }

  return (query, { limit = 50, type } = {}) => {
    const wanted = query.trim().toLowerCase().replaceAll("?.", ".");
    if (!wanted) {
      const items = rows.filter(({ segments }) => segments.length < 2);
      return { items: items.slice(0, limit), total: items.length };
    }
    const all = (texts ??= prepare());
    const { length } = wanted;
    const again = previous && wanted.startsWith(previous.query) ? previous.hits : undefined;
    const hits: number[] = [];
    const buckets: number[][] = [];
    const put = (row: number, score: number) => {
      const own = type && (rows[row] as Variable).type;
      const demotion = own === type || own === "unknown" ? 0 : 96;
      const bucket = (buckets[Math.max(0, 240 + demotion - score)] ??= []);
      if (bucket.length < limit) bucket.push(row);
    };
    /** The next hit: of the last hits only their own text is looked at, of all rows whatever comes next. */
    const findFrom = (from: number, row: number) => {
      const start = again ? (starts[row] as number) : 0;
      const at = (again ? (all[row] as string) : joined).indexOf(wanted, from - start);
      return at < 0 ? Infinity : start + at;
    };
    const { length: count } = again ?? rows;
    for (let i = 0, found = -1; i < count && (again || found < Infinity); i++) {
      const row = again ? (again[i] as number) : i;
      const start = starts[row] as number;
      const end = starts[row + 1] as number;
      const last = lasts[row] as number;
      if (again || found < start) found = findFrom(start, row);
      if (found >= end) continue;
      hits.push(row);
      let score = scoreAt(row, found, length);
      const name = names[row] as number;
      for (let place = found < last ? last : name; found < place; place = name) {
        found = findFrom(place, row);
        if (found < end) score = Math.max(score, scoreAt(row, found, length));
      }
      put(row, score);
    }
    previous = { query: wanted, hits };
    let total = hits.length;
    const parts = queryParts(wanted);
    const several = parts.length > 1;
    if (length <= MAX_FUZZY && (!total || (total < limit && several))) {
      const mask = maskOf(parts.join(""));
      const known = new Set(hits);
      masks.forEach((letters, row) => {
        // The node's name may come first: "fetch title" for the title of the node "Fetch article".
        const reach = several ? letters | (owners[row] as number) : letters;
        if ((reach & mask) !== mask || known.has(row)) return;
        const text = all[row] as string;
        const score =
          fuzzyScore(text, parts) ||
          (several ? fuzzyScore(`${nameOf((rows[row] as Variable).source)} ${text}`, parts) : 0);
        if (score) put(row, score - 110);
        if (score) total++;
      });
    }
    const best = buckets.flat().slice(0, limit);
    return { items: best.map((row) => rows[row] as Variable), total };
  };
}

const nameOf = ({ label }: VariableSource) => String(label).toLowerCase();

/** Whether a character stands between segments: `.`, `[`, `]`, `"`, a tab, a row's end. */
const isBetween = (code: number) => !(code > 10) || code === 46 || code === 34 || code === 91 || code === 93;

/** One bit per letter and digit, some shared: a row that lacks a letter of the query is passed over. */
function maskOf(text: string): number {
  let mask = 0;
  for (let i = 0; i < text.length; i++) mask |= 1 << text.charCodeAt(i);
  return mask;
}
