import type { AspectRatio } from "./ids.js";

/** Width and height of each aspect ratio, as whole numbers. */
export const RATIO_VALUES: Readonly<Record<AspectRatio, readonly [width: number, height: number]>> = {
  square: [1, 1],
  landscape: [16, 9],
  portrait: [9, 16],
};

/** Largest relative distance from the asked ratio at which an image still has that shape. */
export const RATIO_TOLERANCE = 0.02;

/** Whether `width` × `height` pixels have the asked shape within {@link RATIO_TOLERANCE}. */
export function hasAspectRatio(width: number, height: number, ratio: AspectRatio): boolean {
  const [w, h] = RATIO_VALUES[ratio];
  return Math.abs(width / height / (w / h) - 1) <= RATIO_TOLERANCE;
}

/** Names the shape of `width` × `height` pixels by small whole numbers, such as "3:2". */
export function describeRatio(width: number, height: number): string {
  const target = width / height;
  let best: readonly [number, number] = [1, 1];
  let bestError = Infinity;
  for (let denominator = 1; denominator <= 21; denominator += 1) {
    const numerator = Math.max(1, Math.round(target * denominator));
    const error = Math.abs(numerator / denominator / target - 1);
    if (error < bestError - 1e-9) {
      best = [numerator, denominator];
      bestError = error;
    }
    if (bestError < 0.01) break;
  }
  return `${best[0]}:${best[1]}`;
}
