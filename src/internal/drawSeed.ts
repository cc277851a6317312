/** Greatest seed that every provider takes. */
export const MOST_SEED = 2 ** 31 - 1;

/** Draws a seed within the bounds of a setting; at most 2³¹ − 1, which every provider takes, where they allow it. */
export function drawSeed({
  minimum = 0,
  maximum = MOST_SEED,
  multipleOf = 1,
}: {
  minimum?: number | undefined;
  maximum?: number | undefined;
  multipleOf?: number | undefined;
}): number {
  const step = multipleOf > 0 ? multipleOf : 1;
  const least = Math.ceil(Math.max(minimum, Math.min(0, maximum)) / step);
  const most = Math.floor(Math.min(maximum, Math.max(MOST_SEED, minimum)) / step);
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return Math.min(most, least + Math.floor((random / 2 ** 32) * (most - least + 1))) * step;
}
