import { letterMask } from "./letterMask.js";
import type { Variable } from "./types.js";

/** Paths and names of rows as one text, and where each row stands in it. */
export interface SearchText {
  /** All rows in small letters, each with a line end behind it. */
  joined: string;
  /** The same with its capitals. */
  cased: string;
  /** Start of each row, and behind the last one the end. */
  starts: Int32Array;
  /** Start of each row's last segment. */
  lasts: Int32Array;
  /** Start of each row's name, where the path does not hold it; else the row's end. */
  names: Int32Array;
  /** Number of each row's segments. */
  depths: Int32Array;
  /** Letters of each row, as `letterMask` tells them. */
  masks: Int32Array;
}

const known = new WeakMap<readonly Variable[], SearchText>();

/** Gets the text of rows: made when it is first needed, and kept with them. */
export function searchTextOf(rows: readonly Variable[]): SearchText {
  let text = known.get(rows);
  if (!text) {
    text = createSearchText(rows);
    known.set(rows, text);
  }
  return text;
}

function createSearchText(rows: readonly Variable[]): SearchText {
  const count = rows.length;
  const starts = new Int32Array(count + 1);
  const lasts = new Int32Array(count);
  const names = new Int32Array(count);
  const depths = new Int32Array(count);
  const masks = new Int32Array(count);
  let joined = "";
  let cased = "";
  let start = 0;
  for (let row = 0; row < count; row++) {
    const { path, label, segments } = rows[row] as Variable;
    const named = !path.endsWith(label);
    const text = named ? `${path}\t${label.replace(/\n/g, " ")}` : path;
    const lower = text.toLowerCase();
    const isBelow = segments.length > 1;
    lasts[row] = start + (isBelow ? Math.max(path.lastIndexOf("."), path.lastIndexOf("[")) + 1 : 0);
    names[row] = start + (named ? path.length + 1 : lower.length);
    depths[row] = segments.length;
    masks[row] = letterMask(lower);
    joined += lower + "\n";
    // A few letters of other languages grow when they are made small: both texts must have the same places.
    cased += (lower.length === text.length ? text : lower) + "\n";
    start += lower.length + 1;
    starts[row + 1] = start;
  }
  return { joined, cased, starts, lasts, names, depths, masks };
}
