/**
 * The candidate that was probably meant: the one with the fewest slips (a letter added, left out, changed, or two
 * swapped), at most one in three letters; undefined if there is none. Upper and lower case count the same.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const from = word.toLowerCase();
  let bound = Math.ceil(from.length / 3) + 0.5;
  let best: string | undefined;
  for (const candidate of candidates.slice(0, 1000)) {
    if (Math.abs(candidate.length - word.length) >= bound || word.length > 64) continue;
    const slips = distance(from, candidate.toLowerCase());
    if (slips < bound) {
      bound = slips;
      best = candidate;
    }
  }
  return best;
}

function distance(a: string, b: string): number {
  let older: number[] = [];
  let old: number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    older = old;
    old = row;
  }
  return old[b.length] ?? 0;
}
