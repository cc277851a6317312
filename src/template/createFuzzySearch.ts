import type { PutRow, RowHits } from "./createRowSearch.js";
import { fuzzyScore } from "./fuzzyScore.js";
import { letterMask } from "./letterMask.js";
import type { MergedPiece } from "./mergePieces.js";
import { entryAt } from "./SearchText.js";
import type { SearchWords } from "./searchWordsOf.js";
import type { StepBudget } from "./StepBudget.js";

/** Steps of one search: enough for any names that people give, not for thousands that fit in thousands of ways. */
const MOST_STEPS = 2_000_000;

/**
 * Creates a search that compares the parts of a query with each row.
 *
 * @param pieces the sources of the rows, in the order of the words
 */
export function createFuzzySearch(pieces: readonly MergedPiece[], words: SearchWords) {
  const { heads, tails, headOf, tailOf, headMasks, tailMasks } = words;
  /** Puts what fits and is not `known` yet; returns how many rows do. */
  return (parts: readonly string[], known: RowHits, put: PutRow): number => {
    const mask = letterMask(parts.join(""));
    const several = parts.length > 1;
    const budget: StepBudget = { left: MOST_STEPS };
    let count = 0;
    let row = 0;
    for (const { piece, rows } of pieces) {
      // The node's name may come first: "fetch title" for the title of the node "Fetch article".
      const owner = several ? String(piece.source.label).toLowerCase() : "";
      const ownerMask = letterMask(owner);
      for (const end = row + rows.length; row < end; row++) {
        const head = headOf[row] as number;
        const tail = tailOf[row] as number;
        const reach = (headMasks[head] as number) | (tailMasks[tail] as number) | ownerMask;
        if ((reach & mask) !== mask || budget.left <= 0 || known.has(row)) continue;
        const text = entryAt(heads, head) + entryAt(tails, tail);
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
