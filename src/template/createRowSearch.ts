import { createTextSearch } from "./createTextSearch.js";
import { entryAt, writeSearchText } from "./SearchText.js";
import type { SearchWords } from "./searchWordsOf.js";

/** Takes a row that was found, with its score. */
export type PutRow = (row: number, score: number) => void;

/** Rows that were found. Valid until the next search. */
export interface RowHits {
  /** Number of rows. */
  count: number;
  /** Whether a row is one of them. */
  has(row: number): boolean;
}

/** Characters between the segments of a path: a query with one may lie in the head and the tail of a row. */
const BETWEEN = /[.[\]"\t\n]/;

/**
 * Creates a search for rows that hold a query.
 *
 * @returns function that puts each row that may be among the best, with what it is worth: `mayTake` tells which may
 */
export function createRowSearch(words: SearchWords) {
  const { heads, tails, headOf, headRows, tailOf, depths } = words;
  const findHeads = createTextSearch(heads);
  const findTails = createTextSearch(tails);
  let findRows: ReturnType<typeof createTextSearch> | undefined;
  const rowsOf = listRowsByTail(words);
  /** Nodes come before all else. */
  const nodeBonus = (row: number) => (depths[row] === 1 ? 4 : 0);

  function findAcross(query: string, put: PutRow): RowHits {
    findRows ??= createTextSearch(writeRows(words));
    const { count, rows, scores } = findRows(query);
    for (let hit = 0; hit < count; hit++) {
      const row = rows[hit] as number;
      put(row, (scores[row] as number) + nodeBonus(row));
    }
    return { count, has: (row) => (scores[row] as number) >= 0 };
  }

  return (query: string, put: PutRow, mayTake: MayTakeRow): RowHits => {
    if (BETWEEN.test(query)) return findAcross(query, put);
    const head = findHeads(query);
    const tail = findTails(query);
    let count = 0;
    for (let hit = 0; hit < tail.count; hit++) {
      const entry = tail.rows[hit] as number;
      const own = tail.scores[entry] as number;
      for (const row of rowsOf(entry)) {
        const above = head.scores[headOf[row] as number] as number;
        if (above < 0) count++;
        put(row, Math.max(own, above) + nodeBonus(row));
      }
    }
    for (let hit = 0; hit < head.count; hit++) {
      const entry = head.rows[hit] as number;
      const score = head.scores[entry] as number;
      const first = headRows[entry] as number;
      const end = headRows[entry + 1] as number;
      count += end - first;
      // All rows of a head stand in one place and have the same score, but those whose tail was found too.
      for (let row = first; row < end && mayTake(row, score); row++)
        if ((tail.scores[tailOf[row] as number] as number) < 0) put(row, score);
    }
    const has = (row: number) =>
      (head.scores[headOf[row] as number] as number) >= 0 ||
      (tail.scores[tailOf[row] as number] as number) >= 0;
    return { count, has };
  };
}

/** Tells whether a row with this score may still be among the best. */
type MayTakeRow = (row: number, score: number) => boolean;

/** Lists the rows that have a tail. */
function listRowsByTail({ tails, tailOf }: SearchWords): (tail: number) => Int32Array {
  const ends = new Int32Array(tails.lasts.length + 1);
  for (const tail of tailOf) ends[tail + 1] = (ends[tail + 1] as number) + 1;
  for (let tail = 1; tail < ends.length; tail++)
    ends[tail] = (ends[tail] as number) + (ends[tail - 1] as number);
  const rows = new Int32Array(tailOf.length);
  const next = ends.slice();
  tailOf.forEach((tail, row) => {
    rows[next[tail] as number] = row;
    next[tail] = (next[tail] as number) + 1;
  });
  return (tail) => rows.subarray(ends[tail], ends[tail + 1]);
}

/** Writes each row as a whole. */
function writeRows({ heads, tails, headOf, tailOf }: SearchWords) {
  const casedAt = ({ cased, starts }: typeof heads, entry: number) =>
    cased.slice(starts[entry], (starts[entry + 1] as number) - 1);
  return writeSearchText(
    Array.from(headOf, (head, row) => {
      const tail = tailOf[row] as number;
      const { length } = entryAt(heads, head);
      return {
        text: casedAt(heads, head) + casedAt(tails, tail),
        last: length,
        name: length + (tails.names[tail] as number) - (tails.starts[tail] as number),
      };
    }),
  );
}
