import type { SearchText } from "./searchTextOf.js";

/** Joins the texts of several sources to one. */
export function joinSearchTexts(texts: readonly SearchText[]): SearchText {
  const count = texts.reduce((sum, { lasts }) => sum + lasts.length, 0);
  const all: SearchText = {
    joined: texts.map(({ joined }) => joined).join(""),
    cased: texts.map(({ cased }) => cased).join(""),
    starts: new Int32Array(count + 1),
    lasts: new Int32Array(count),
    names: new Int32Array(count),
    depths: new Int32Array(count),
    masks: new Int32Array(count),
  };
  let row = 0;
  let start = 0;
  for (const { joined, starts, lasts, names, depths, masks } of texts) {
    all.depths.set(depths, row);
    all.masks.set(masks, row);
    for (let own = 0; own < lasts.length; own++, row++) {
      all.starts[row] = start + (starts[own] as number);
      all.lasts[row] = start + (lasts[own] as number);
      all.names[row] = start + (names[own] as number);
    }
    start += joined.length;
  }
  all.starts[count] = start;
  return all;
}
