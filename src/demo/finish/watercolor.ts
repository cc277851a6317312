import type { Pixels } from "../raster.js";
import { createNoise, layered } from "./createNoise.js";
import { blurPlane, channel, clamp01, luminance, smoothstep } from "./planes.js";

const PAPER = [251, 248, 240] as const;

/** Washes on rough paper: wandering outlines, pigment that pools at their edges, a ragged white margin. */
export function watercolor(pixels: Pixels, seed: number): void {
  const { data, width, height } = pixels;
  const unit = Math.min(width, height);
  const wobble = createNoise(seed);
  const wash = createNoise(seed + 7);
  const grain = createNoise(seed + 13);
  warp(pixels, wobble, unit);
  const planes = ([0, 1, 2] as const).map((offset) =>
    blurPlane(channel(pixels, offset), width, height, unit * 0.0022),
  );
  const near = luminance(pixels);
  const wide = blurPlane(near, width, height, unit * 0.008);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const index = y * width + x;
      const u = x / unit;
      const v = y / unit;
      const pool = clamp01(((wide[index] ?? 0) - (near[index] ?? 0)) / 90);
      const bloom = layered(wash, u * 5, v * 5);
      const tooth = grain(u * 240, v * 240) * 0.6 + grain(u * 420, v * 420) * 0.4;
      const density = 0.5 + bloom * 0.62 + pool * 0.75 + (tooth - 0.5) * 0.2;
      const border = Math.min(x, y, width - 1 - x, height - 1 - y) / unit;
      const ragged = border + (layered(wobble, u * 9 + 40, v * 9) - 0.5) * 0.075;
      const painted = smoothstep(0.028, 0.036, ragged);
      const rim = 1 + 0.35 * smoothstep(0.03, 0.037, ragged) * (1 - smoothstep(0.037, 0.05, ragged));
      const shade = 1 - (tooth - 0.5) * 0.07;
      const p = index * 4;
      for (let offset = 0; offset < 3; offset += 1) {
        const paper = PAPER[offset] ?? 250;
        const ink = paper - (planes[offset]?.[index] ?? 0);
        data[p + offset] = (paper - ink * density * rim * painted) * shade;
      }
    }
  }
}

function warp({ data, width, height }: Pixels, noise: (x: number, y: number) => number, unit: number): void {
  const source = data.slice();
  const reach = unit * 0.02;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const u = (x / unit) * 16;
      const v = (y / unit) * 16;
      const sx = Math.round(x + (noise(u, v) * 0.7 + noise(u * 3.1, v * 3.1) * 0.3 - 0.5) * reach);
      const sy = Math.round(
        y + (noise(u + 50, v + 50) * 0.7 + noise(u * 3.1 + 50, v * 3.1) * 0.3 - 0.5) * reach,
      );
      const from = (Math.min(height - 1, Math.max(0, sy)) * width + Math.min(width - 1, Math.max(0, sx))) * 4;
      const to = (y * width + x) * 4;
      data[to] = source[from] ?? 0;
      data[to + 1] = source[from + 1] ?? 0;
      data[to + 2] = source[from + 2] ?? 0;
    }
  }
}
