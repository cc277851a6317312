import type { StepBudget } from "./StepBudget.js";

/** Letters above which a name is no slip of another one. */
const LONGEST = 40;

/**
 * Finds the candidate that was probably meant: the one with the fewest slips (a letter added, left out, changed, or two
 * swapped), at most one in three letters; undefined if there is none. Upper and lower case count the same. Names of more
 * than 40 letters are passed over, and the search ends with its budget.
 */
export function nearest(word: string, candidates: readonly string[], budget: StepBudget): string | undefined {
  if (word.length > LONGEST) return;
  const wanted = word.toLowerCase();
  let bound = Math.min(Math.ceil(word.length / 3), 8) + 0.5;
  let best: string | undefined;
  for (const candidate of candidates.slice(0, 1000)) {
    if (--budget.left < 0) break;
    if (candidate.length > LONGEST || Math.abs(candidate.length - word.length) > bound) continue;
    const slips = countSlips(wanted, candidate.toLowerCase(), bound, budget);
    if (slips < bound) {
      bound = slips;
      best = candidate;
    }
  }
  return best;
}

/** Counts slips near the diagonal, where fewer than `bound` must lie; infinite as soon as there are more. */
function countSlips(a: string, b: string, bound: number, budget: StepBudget): number {
  const width = Math.floor(bound);
  const rows: number[][] = [];
  const at = (i: number, j: number) => rows[i]?.[j] ?? (i && j ? Infinity : i + j);
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = (rows[i] = []);
    let least = i;
    const last = Math.min(b.length, i + width);
    for (let j = Math.max(1, i - width); j <= last; j++) {
      budget.left--;
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const slips = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (same ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : Infinity,
      );
      row[j] = slips;
      least = Math.min(least, slips);
    }
    // Two letters that are swapped step over a row.
    if (Math.min(least, leastBefore) >= bound) return Infinity;
    leastBefore = least;
  }
  return at(a.length, b.length);
}
