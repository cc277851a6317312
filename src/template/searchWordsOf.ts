import { letterMask } from "./letterMask.js";
import { entryAt, writeSearchText } from "./SearchText.js";
import type { SearchEntry, SearchText } from "./SearchText.js";
import type { Variable } from "./types.js";

/**
 * Words of rows. Rows next to one another share what stands before their last segment, and the same last segments come
 * again and again: both are searched once, however many rows have them.
 */
export interface SearchWords {
  /** Beginnings of paths, up to the last segment. */
  heads: SearchText;
  /** Last segments, each with the name that the path does not hold. */
  tails: SearchText;
  /** Head of each row. */
  headOf: Int32Array;
  /** First row of each head, and behind the last one the number of rows. */
  headRows: Int32Array;
  /** Tail of each row. */
  tailOf: Int32Array;
  /** Number of each row's segments. */
  depths: Int32Array;
  /** Letters of each head and each tail, as `letterMask` tells them. */
  headMasks: Int32Array;
  tailMasks: Int32Array;
}

const known = new WeakMap<readonly Variable[], SearchWords>();

/** Gets the words of rows that stand level by level: made when they are first needed, and kept with the rows. */
export function searchWordsOf(rows: readonly Variable[]): SearchWords {
  let words = known.get(rows);
  if (!words) {
    words = createSearchWords(rows);
    known.set(rows, words);
  }
  return words;
}

function createSearchWords(rows: readonly Variable[]): SearchWords {
  const heads: SearchEntry[] = [];
  const tails: SearchEntry[] = [];
  const tailsByText = new Map<string, number>();
  const headOf = new Int32Array(rows.length);
  const tailOf = new Int32Array(rows.length);
  const depths = new Int32Array(rows.length);
  const headRows: number[] = [];
  rows.forEach(({ path, label, segments }, row) => {
    const cut = segments.length > 1 ? Math.max(path.lastIndexOf("."), path.lastIndexOf("[")) + 1 : 0;
    const head = path.slice(0, cut);
    if (heads.at(-1)?.text !== head) {
      heads.push({ text: head, last: Infinity, name: Infinity });
      headRows.push(row);
    }
    const last = path.slice(cut);
    const tail = path.endsWith(label) ? last : `${last}\t${label.replace(/\n/g, " ")}`;
    let position = tailsByText.get(tail);
    if (position === undefined) {
      position = tails.length;
      tailsByText.set(tail, position);
      tails.push({ text: tail, last: 0, name: last.length + 1 });
    }
    headOf[row] = heads.length - 1;
    tailOf[row] = position;
    depths[row] = segments.length;
  });
  const headText = writeSearchText(heads);
  const tailText = writeSearchText(tails);
  return {
    heads: headText,
    tails: tailText,
    headOf,
    headRows: Int32Array.from([...headRows, rows.length]),
    tailOf,
    depths,
    headMasks: Int32Array.from(heads, (_, head) => letterMask(entryAt(headText, head))),
    tailMasks: Int32Array.from(tails, (_, tail) => letterMask(entryAt(tailText, tail))),
  };
}
