import type { Pixels } from "../raster.js";
import { createNoise } from "./createNoise.js";
import { blurPlane, clamp01, edges, luminance, smoothstep } from "./planes.js";

/** Pencil on paper: doubled, slightly wandering outlines and hatching that thickens with the tone. */
export function sketch(pixels: Pixels, seed: number): void {
  const { data, width, height } = pixels;
  const unit = Math.min(width, height);
  const noise = createNoise(seed);
  const tones = blurPlane(luminance(pixels), width, height, unit * 0.002);
  const lines = blurPlane(edges(pixels), width, height, Math.max(1, unit * 0.0009));
  const around = blurPlane(tones, width, height, unit * 0.022);
  const pitch = (Math.PI * 2 * 118) / unit;
  const sample = (plane: Float32Array, x: number, y: number) =>
    plane[
      Math.min(height - 1, Math.max(0, Math.round(y))) * width +
        Math.min(width - 1, Math.max(0, Math.round(x)))
    ] ?? 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const u = x / unit;
      const v = y / unit;
      const wander = (noise(u * 9, v * 9) - 0.5) * unit * 0.012;
      const drift = (noise(u * 9 + 40, v * 9 + 20) - 0.5) * unit * 0.012;
      const tooth = noise(u * 330, v * 330) * 0.65 + noise(u * 700, v * 700) * 0.35;
      const first = sample(lines, x + wander * 0.4, y + drift * 0.4);
      const second = sample(lines, x - wander, y - drift);
      const outline = clamp01(smoothstep(16, 90, first) * 0.95 + smoothstep(26, 120, second) * 0.45);
      const dark = 1 - (tones[y * width + x] ?? 255) / 255;
      const bend = wander * 0.5;
      const hatch = (dx: number, dy: number, from: number, to: number) => {
        const tone = clamp01((dark - from) / (to - from));
        if (tone <= 0) return 0;
        const wave = Math.sin((x * dx + y * dy + bend) * pitch) * 0.5 + 0.5;
        return smoothstep(1 - tone * 0.85, 1.12 - tone * 0.55, wave) * (0.35 + tone * 0.5);
      };
      const spot = smoothstep(50, 110, (around[y * width + x] ?? 0) - (tones[y * width + x] ?? 0));
      const shading = clamp01(
        spot * 0.95 +
          hatch(0.72, 0.7, 0.16, 0.8) +
          hatch(-0.6, 0.8, 0.45, 1) * 0.8 +
          hatch(0.98, 0.2, 0.66, 1.05) * 0.7 +
          dark * 0.1,
      );
      const border = Math.min(x, y, width - 1 - x, height - 1 - y) / unit;
      const page = smoothstep(0.015, 0.11, border + (noise(u * 6, v * 6) - 0.5) * 0.09);
      const pencil = clamp01((outline * 0.92 + shading * 0.72) * page) * (0.7 + tooth * 0.45);
      const paper = 1 - (tooth - 0.5) * 0.035;
      const p = (y * width + x) * 4;
      data[p] = (247 - 200 * pencil) * paper;
      data[p + 1] = (244 - 199 * pencil) * paper;
      data[p + 2] = (236 - 186 * pencil) * paper;
    }
  }
}
