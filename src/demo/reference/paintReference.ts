import { blurPlane, channel, smoothstep } from "../finish/planes.js";
import type { Pixels } from "../raster.js";
import { distance, nearest } from "./colours.js";
import type { Rgb } from "./colours.js";

/** Part of the picture's own tones that stays within a large shape. */
const TONES = 0.3;

/** Makes large, even shapes of a picture: small things go, each part takes one of the colours. */
export function simplify(pixels: Pixels, colours: readonly Rgb[]): void {
  const { data, width, height } = pixels;
  const reach = Math.max(1, Math.min(width, height) * 0.008);
  const planes = ([0, 1, 2] as const).map((offset) =>
    blurPlane(channel(pixels, offset), width, height, reach),
  );
  for (let index = 0, at = 0; index < width * height; index += 1, at += 4) {
    const own = planes.map((plane) => plane[index] ?? 0) as unknown as Rgb;
    const even = evenOut(own, colours);
    for (const offset of [0, 1, 2] as const) {
      data[at + offset] = even[offset] * (1 - TONES) + own[offset] * TONES;
    }
    data[at + 3] = 255;
  }
}

/** Pulls all colours of a picture towards those of another, and keeps what is light and dark. */
export function tint({ data }: Pixels, colours: readonly Rgb[], amount: number): void {
  for (let at = 0; at < data.length; at += 4) {
    const own: Rgb = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    const goal = evenOut(own, colours);
    for (const offset of [0, 1, 2] as const) {
      data[at + offset] = own[offset] + (goal[offset] - own[offset]) * amount;
    }
  }
}

/** The nearest colour, with a soft edge towards the second. */
function evenOut(own: Rgb, colours: readonly Rgb[]): Rgb {
  const place = nearest(colours, own);
  const first = colours[place] ?? own;
  const others = colours.filter((_, index) => index !== place);
  const second = others[nearest(others, own)] ?? first;
  const near = Math.sqrt(distance(first, own));
  const far = Math.sqrt(distance(second, own));
  const share = near + far === 0 ? 0 : smoothstep(0.4, 0.6, near / (near + far));
  return first.map((value, offset) => value + ((second[offset] ?? value) - value) * share) as unknown as Rgb;
}
