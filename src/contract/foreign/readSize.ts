import { RATIO_TOLERANCE, RATIO_VALUES } from "../hasAspectRatio.js";
import { ASPECT_RATIOS } from "../ids.js";
import type { AspectRatio } from "../ids.js";
import { isBag } from "../isBag.js";

/** Shape that a foreign size stands for. */
export interface ForeignShape {
  ratio: AspectRatio;
  /** Whether the size has this shape, or only comes nearest to it. */
  isExact: boolean;
}

const PAIR = /(?<![\d.])(\d{1,5}(?:\.\d{1,5})?) ?[x×*:/_] ?(\d{1,5}(?:\.\d{1,5})?)(?![\d.])/i;
const WORDS = [/square/i, /landscape|horizontal|wide/i, /portrait|vertical|tall/i] as const;

/** Reads a size or a ratio: "1024x1536", "16:9", "portrait_4_3", "vertical", `{ width, height }`. */
export function readSize(value: unknown): ForeignShape | undefined {
  if (isBag(value)) return readPair(value.width, value.height);
  if (typeof value !== "string" || value.length > 100) return undefined;
  const [, width, height] = PAIR.exec(value) ?? [];
  const shape = readPair(width, height);
  const named = ASPECT_RATIOS[WORDS.findIndex((word) => word.test(value))];
  if (!named || named === shape?.ratio) return shape;
  // "portrait_16_9" names the longer side first.
  return shape && named !== "square" ? readPair(height, width) : { ratio: named, isExact: true };
}

/** Finds the shape of two sides; numbers, or texts of numbers. What lies in the middle between two is not square. */
export function readPair(width: unknown, height: unknown): ForeignShape | undefined {
  const sides = toSide(width) / toSide(height);
  if (!(sides > 0 && sides < Infinity)) return undefined;
  let found: ForeignShape | undefined;
  let nearest = Infinity;
  for (const ratio of ASPECT_RATIOS) {
    const [w, h] = RATIO_VALUES[ratio];
    const distance = Math.abs(Math.log((sides * h) / w));
    if (distance > nearest + RATIO_TOLERANCE) continue;
    nearest = distance;
    found = { ratio, isExact: distance <= RATIO_TOLERANCE };
  }
  return found;
}

function toSide(value: unknown): number {
  return typeof value === "number" || typeof value === "string" ? Number(value) : NaN;
}
