/** Red, green and blue, each from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Square of how unlike two colours look. */
export function distance([r1, g1, b1]: Rgb, [r2, g2, b2]: Rgb): number {
  return 2 * (r1 - r2) ** 2 + 4 * (g1 - g2) ** 2 + 3 * (b1 - b2) ** 2;
}

/** Place of the colour that is nearest. */
export function nearest(colours: readonly Rgb[], colour: Rgb): number {
  let best = 0;
  let least = Infinity;
  for (let place = 0; place < colours.length; place += 1) {
    const away = distance(colours[place] ?? colour, colour);
    if (away < least) [best, least] = [place, away];
  }
  return best;
}

/** Brightness from 0 to 255. */
export const brightness = ([r, g, b]: Rgb): number => r * 0.299 + g * 0.587 + b * 0.114;

/** Mean of colours; black for none. */
export function meanColour(colours: readonly Rgb[]): Rgb {
  const sum: [number, number, number] = [0, 0, 0];
  for (const colour of colours) for (const offset of [0, 1, 2] as const) sum[offset] += colour[offset];
  const count = Math.max(1, colours.length);
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

/** Writes "#rrggbb". */
export const toHexColour = (colour: Rgb): string =>
  `#${colour.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
