import type { PutRow, TextHits } from "./createTextSearch.js";
import { fuzzyScore } from "./fuzzyScore.js";
import { letterMask } from "./letterMask.js";
import type { MergedPiece } from "./mergePieces.js";
import type { SearchText } from "./searchTextOf.js";
import type { StepBudget } from "./StepBudget.js";

/** Steps of one search: enough for any names that people give, not for thousands that fit in thousands of ways. */
const MOST_STEPS = 2_000_000;

/**
 * Creates a search that compares the parts of a query with each row.
 *
 * @param pieces the sources of the rows, in the order of the text
 */
export function createFuzzySearch(pieces: readonly MergedPiece[], { joined, starts, masks }: SearchText) {
  /** Puts what fits and is not `known` yet; returns how many rows do. */
  return (parts: readonly string[], known: TextHits, put: PutRow): number => {
    const mask = letterMask(parts.join(""));
    const several = parts.length > 1;
    const budget: StepBudget = { left: MOST_STEPS };
    let count = 0;
    let row = 0;
    let hit = 0;
    for (const { piece, rows } of pieces) {
      // The node's name may come first: "fetch title" for the title of the node "Fetch article".
      const owner = several ? String(piece.source.label).toLowerCase() : "";
      const ownerMask = letterMask(owner);
      const end = row + rows.length;
      for (; row < end; row++) {
        const isKnown = hit < known.count && known.rows[hit] === row;
        if (isKnown) hit++;
        const reach = (masks[row] as number) | ownerMask;
        if (isKnown || (reach & mask) !== mask || budget.left <= 0) continue;
        const text = joined.slice(starts[row], (starts[row + 1] as number) - 1);
        const score =
          fuzzyScore(text, parts, budget) ||
          // A word of the path says more than one of the node's name.
          (several ? fuzzyScore(`${owner} ${text}`, parts, budget) - 1 : 0);
        if (score <= 0) continue;
        put(row, score - 110);
        count++;
      }
    }
    return count;
  };
}
