/** Finds the name that a misspelled word most likely means; `null` where none is near. */
export function nearestName(word: string, names: readonly string[]): string | null {
  if (word.length > LONGEST) return null;
  let best: string | null = null;
  let least = Math.ceil(word.length / 3) + 1;
  for (const name of names) {
    const slips = countSlips(word.toLowerCase(), name.toLowerCase());
    if (slips >= least) continue;
    least = slips;
    best = name;
  }
  return best;
}

const LONGEST = 64;

/** Counts the letters to add, drop or change that lead from one word to the other. */
function countSlips(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed);
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
