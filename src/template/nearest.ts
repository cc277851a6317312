/**
 * Finds the candidate that was probably meant: the one with the fewest slips (a letter added, left out, changed, or two
 * swapped), at most one in three letters; undefined if there is none. Upper and lower case count the same.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let bound = Math.min(Math.ceil(word.length / 3), 8) + 0.5;
  let best: string | undefined;
  for (const candidate of candidates.slice(0, 1000)) {
    if (Math.abs(candidate.length - word.length) > bound) continue;
    const slips = countSlips(word.toLowerCase(), candidate.toLowerCase());
    if (slips < bound) {
      bound = slips;
      best = candidate;
    }
  }
  return best;
}

function countSlips(a: string, b: string): number {
  const rows: number[][] = [];
  const at = (i: number, j: number) => rows[i]?.[j] ?? i + j;
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = (rows[i] = []);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (same ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : Infinity,
      );
    }
  }
  return at(a.length, b.length);
}
