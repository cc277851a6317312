import type { Pixels } from "../raster.js";
import { distance, nearest } from "./colours.js";
import type { Rgb } from "./colours.js";

/** Colour of a picture, and the share of the pixels that are nearest to it. */
export interface DominantColour {
  readonly colour: Rgb;
  readonly share: number;
}

const ROUNDS = 8;
/** Squared distance, in which a colour of few pixels weighs as one of many close ones. */
const APART = 60 ** 2;

/** Finds up to `most` colours that a picture is made of, the commonest first. The same pixels give the same colours. */
export function dominantColours({ data }: Pixels, most: number): DominantColour[] {
  const points: Rgb[] = [];
  for (let at = 0; at < data.length; at += 4)
    points.push([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
  let colours = chooseSeeds(points, most);
  let counts: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = colours.map(() => [0, 0, 0, 0] as [number, number, number, number]);
    for (const point of points) {
      const sum = sums[nearest(colours, point)];
      if (!sum) continue;
      for (const offset of [0, 1, 2] as const) sum[offset] += point[offset];
      sum[3] += 1;
    }
    counts = sums.map(([, , , count]) => count);
    colours = sums.map(([r, g, b, count], place) =>
      count > 0 ? [r / count, g / count, b / count] : (colours[place] ?? [0, 0, 0]),
    );
  }
  return colours
    .map((colour, place) => ({ colour, share: (counts[place] ?? 0) / points.length }))
    .filter(({ share }) => share > 0.004)
    .toSorted((one, other) => other.share - one.share);
}

/** Chooses the commonest colour, then each time one that is common and unlike those before. */
function chooseSeeds(points: readonly Rgb[], most: number): Rgb[] {
  const bins = new Map<number, { sum: [number, number, number]; count: number }>();
  for (const point of points) {
    const key = (point[0] >> 4) * 256 + (point[1] >> 4) * 16 + (point[2] >> 4);
    const bin = bins.get(key) ?? { sum: [0, 0, 0], count: 0 };
    for (const offset of [0, 1, 2] as const) bin.sum[offset] += point[offset];
    bin.count += 1;
    bins.set(key, bin);
  }
  const candidates = [...bins.values()].map(({ sum, count }) => ({
    colour: sum.map((value) => value / count) as unknown as Rgb,
    count,
  }));
  const chosen: Rgb[] = [];
  while (chosen.length < Math.min(most, candidates.length)) {
    let best = candidates[0];
    let score = -1;
    for (const candidate of candidates) {
      const apart = Math.min(APART * 16, ...chosen.map((colour) => distance(colour, candidate.colour)));
      const worth = Math.sqrt(candidate.count) * apart;
      if (worth > score) [best, score] = [candidate, worth];
    }
    if (!best || score <= 0) break;
    chosen.push(best.colour);
  }
  return chosen;
}
