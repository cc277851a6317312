import type { SearchText } from "./SearchText.js";

/** Entries that hold a query. Valid until the next search. */
export interface TextHits {
  /** Number of entries. */
  count: number;
  /** The entries, in their order; those behind `count` mean nothing. */
  rows: Int32Array;
  /** Score of the best hit in each entry; -1 where there is none. */
  scores: Int16Array;
}

/** There is no hit in this part of the entry. */
const NONE = -1;

/**
 * Creates a search for entries that hold a query. An entry has three parts: its path up to the last segment, the last
 * segment, and its name; what the first hit in each is worth is read from the text and from lists of numbers alone, since
 * to visit ten thousand objects takes longer than to find them. While the query grows, only the last hits are looked at
 * again, and most of these by one letter.
 */
export function createTextSearch({ joined, cased, starts, lasts, names }: SearchText) {
  const count = lasts.length;
  const hits: TextHits = { count: 0, rows: new Int32Array(count), scores: new Int16Array(count).fill(-1) };
  /** First hits in the three parts of each entry that was found. */
  const inPath = new Int32Array(count);
  const inLast = new Int32Array(count);
  const inName = new Int32Array(count);
  let query = "";

  /** Rates a hit: whole segment, start of one, start of a word, inside; last segments first. */
  function scoreAt(row: number, at: number): number {
    const end = at + query.length;
    const before = joined.charCodeAt(at - 1);
    let tier = 0;
    if (isBetween(before)) tier = isBetween(joined.charCodeAt(end)) ? 48 : 32;
    else if (before === 95 || before === 45 || before === 32) tier = 16;
    else if (cased.charCodeAt(at) !== joined.charCodeAt(at)) tier = 16;
    return tier + (end > (lasts[row] as number) ? 8 : 0);
  }

  function keep(row: number, path: number, last: number, name: number): void {
    const at = hits.count++;
    hits.rows[at] = row;
    inPath[at] = path;
    inLast[at] = last;
    inName[at] = name;
    // Calls cost more than what they do while the browser has not compiled them: most entries have one hit.
    let score = path >= 0 ? scoreAt(row, path) : NONE;
    if (last >= 0) score = Math.max(score, scoreAt(row, last));
    if (name >= 0) score = Math.max(score, scoreAt(row, name));
    hits.scores[row] = score;
  }

  function findAll(): void {
    hits.scores.fill(NONE);
    hits.count = 0;
    let found = joined.indexOf(query);
    for (let row = 0; found >= 0; row++) {
      while (found >= (starts[row + 1] as number)) row++;
      const end = starts[row + 1] as number;
      const last = lasts[row] as number;
      const name = names[row] as number;
      const path = found < last ? found : NONE;
      if (path >= 0) found = joined.indexOf(query, last);
      const isLast = found >= 0 && found < name;
      const own = isLast ? found : NONE;
      if (isLast) found = joined.indexOf(query, name);
      const isName = found >= 0 && found < end;
      keep(row, path, own, isName ? found : NONE);
      if (isName) found = joined.indexOf(query, end);
    }
  }

  /** Moves a hit of the last query to the first one of this query in the same part of the entry. */
  function moveHit(at: number, end: number): number {
    const { length } = query;
    // One letter more is the usual case: where it fits, nothing has to be searched.
    let same = known;
    while (same < length && joined.charCodeAt(at + same) === query.charCodeAt(same)) same++;
    if (same === length) return at;
    const row = joined.slice(at + 1, end + length - 1).indexOf(query);
    return row < 0 ? NONE : at + 1 + row;
  }

  /** Letters that the last query and this one share. */
  let known = 0;

  function findAgain(): void {
    const before = hits.count;
    hits.count = 0;
    for (let at = 0; at < before; at++) {
      const row = hits.rows[at] as number;
      const last = lasts[row] as number;
      const name = names[row] as number;
      const end = starts[row + 1] as number;
      let path = inPath[at] as number;
      let own = inLast[at] as number;
      let named = inName[at] as number;
      if (path >= 0) path = moveHit(path, last);
      if (own >= 0) own = moveHit(own, name);
      if (named >= 0) named = moveHit(named, end);
      if (path >= 0 || own >= 0 || named >= 0) keep(row, path, own, named);
      else hits.scores[row] = NONE;
    }
  }

  return (wanted: string): TextHits => {
    known = query && wanted.startsWith(query) ? query.length : 0;
    query = wanted;
    if (known) findAgain();
    else findAll();
    return hits;
  };
}

/** Checks whether a character stands between segments: `.`, `[`, `]`, `"`, a tab, a row's end. */
const isBetween = (code: number) => !(code > 10) || code === 46 || code === 34 || code === 91 || code === 93;
