import type { Variable } from "./types.js";

/** Takes a row that was found, with its score. */
export type PutRow = (row: number, score: number) => void;

/**
 * Creates a search for rows whose path or name holds a query, with one `indexOf` pass over all of them as one text.
 * What a hit is worth is read from that text and from lists of numbers alone: to visit ten thousand objects takes
 * longer than to find them.
 */
export function createTextSearch(rows: readonly Variable[]) {
  const starts = new Int32Array(rows.length + 1);
  const lasts = new Int32Array(rows.length);
  /** Start of a name that the path does not hold; 0 where there is none. */
  const names = new Int32Array(rows.length);
  const written: string[] = [];
  const texts = rows.map(({ path, label, segments }, row) => {
    const named = !path.endsWith(label);
    const text = named ? `${path}\t${label.replace(/\n/g, " ")}` : path;
    const lower = text.toLowerCase();
    const start = starts[row] as number;
    starts[row + 1] = start + lower.length + 1;
    lasts[row] =
      start + (segments.length > 1 ? Math.max(path.lastIndexOf("."), path.lastIndexOf("[")) + 1 : 0);
    names[row] = named ? start + path.length + 1 : 0;
    // A few letters of other languages grow when they are made small: both texts must have the same places.
    written.push(lower.length === text.length ? text : lower);
    return lower;
  });
  /** All texts as one, and the same with its capitals. */
  const joined = texts.join("\n") + "\n";
  const cased = written.join("\n");

  /** Rates a hit: whole segment, start of one, start of a word, inside; last segments first, nodes before all else. */
  function scoreAt(row: number, at: number, length: number): number {
    const before = joined.charCodeAt(at - 1);
    const startsWord = before === 95 || before === 45 || before === 32;
    let tier = startsWord || cased.charCodeAt(at) !== joined.charCodeAt(at) ? 16 : 0;
    if (isBetween(before)) tier = isBetween(joined.charCodeAt(at + length)) ? 48 : 32;
    const isNode = lasts[row] === starts[row];
    return tier + (at + length > (lasts[row] as number) ? 8 : 0) + (isNode ? 4 : 0);
  }

  /** Finds the rows that hold a text; `again` are those among which a shorter beginning of it was found, if known. */
  function find(wanted: string, again: readonly number[] | undefined, put: PutRow): number[] {
    const hits: number[] = [];
    const { length } = wanted;
    /** The next hit: of the last hits only their own text is looked at, of all rows whatever comes next. */
    const findFrom = (from: number, row: number) => {
      const start = again ? (starts[row] as number) : 0;
      const at = (again ? (texts[row] as string) : joined).indexOf(wanted, from - start);
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
    return hits;
  }

  return { texts, find };
}

/** Checks whether a character stands between segments: `.`, `[`, `]`, `"`, a tab, a row's end. */
const isBetween = (code: number) => !(code > 10) || code === 46 || code === 34 || code === 91 || code === 93;
