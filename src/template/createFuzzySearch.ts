import type { PutRow } from "./createTextSearch.js";
import { fuzzyScore } from "./fuzzyScore.js";
import type { Variable } from "./types.js";

/**
 * Creates a search that compares the parts of a query with each row.
 *
 * @param texts the rows' paths and names in small letters
 */
export function createFuzzySearch(rows: readonly Variable[], texts: readonly string[]) {
  const masks = Int32Array.from(texts, maskOf);
  const owners = rows.map(({ source }) => String(source.label).toLowerCase());
  const ownerMasks = Int32Array.from(owners, maskOf);

  /** Puts what fits and is not `known` yet; returns how many rows do. */
  return (parts: readonly string[], known: ReadonlySet<number>, put: PutRow): number => {
    const mask = maskOf(parts.join(""));
    const several = parts.length > 1;
    let count = 0;
    masks.forEach((letters, row) => {
      // The node's name may come first: "fetch title" for the title of the node "Fetch article".
      const reach = several ? letters | (ownerMasks[row] as number) : letters;
      if ((reach & mask) !== mask || known.has(row)) return;
      const text = texts[row] as string;
      const score = fuzzyScore(text, parts) || (several ? fuzzyScore(`${owners[row]} ${text}`, parts) : 0);
      if (!score) return;
      put(row, score - 110);
      count++;
    });
    return count;
  };
}

/** Makes one bit per letter and digit, some shared: a row that lacks a letter of the query is passed over. */
function maskOf(text: string): number {
  let mask = 0;
  for (let i = 0; i < text.length; i++) mask |= 1 << text.charCodeAt(i);
  return mask;
}
