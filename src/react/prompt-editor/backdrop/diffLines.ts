/** Number of lines that two versions of a text share: `prefix` at the beginning and `suffix` at the end. */
export interface LineDiff {
  prefix: number;
  suffix: number;
}

/** Counts the common lines at the beginning and end of two texts; one edit changes only what lies between. */
export function diffLines(before: readonly string[], after: readonly string[]): LineDiff {
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before[prefix] === after[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && before[before.length - 1 - suffix] === after[after.length - 1 - suffix])
    suffix++;
  return { prefix, suffix };
}
