/**
 * Finds the most bytes of one picture with which all of them are within a total: what a small one leaves goes to the larger
 * ones, so that only those get smaller. `Infinity` where they fit as they are.
 *
 * @example shareBytes([1, 5, 9], 9); // 4
 */
export function shareBytes(sizes: readonly number[], total: number): number {
  let left = total;
  const sorted = sizes.toSorted((one, other) => one - other);
  for (const [place, size] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - place));
    if (size > share) return share;
    left -= size;
  }
  return Infinity;
}
