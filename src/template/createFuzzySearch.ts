import type { PutRow } from "./createTextSearch.js";
import { fuzzyScore } from "./fuzzyScore.js";
import type { StepBudget } from "./StepBudget.js";
import type { Variable } from "./types.js";

/** Steps of one search: enough for any names that people give, not for thousands that fit in thousands of ways. */
const MOST_STEPS = 2_000_000;

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
    const budget: StepBudget = { left: MOST_STEPS };
    let count = 0;
    masks.forEach((letters, row) => {
      // The node's name may come first: "fetch title" for the title of the node "Fetch article".
      const reach = several ? letters | (ownerMasks[row] as number) : letters;
      if ((reach & mask) !== mask || known.has(row) || budget.left <= 0) return;
      const text = texts[row] as string;
      const score =
        fuzzyScore(text, parts, budget) ||
        // A word of the path says more than one of the node's name.
        (several ? fuzzyScore(`${owners[row]} ${text}`, parts, budget) - 1 : 0);
      if (score <= 0) return;
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
