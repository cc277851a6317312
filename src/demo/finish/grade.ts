import type { Pixels } from "../raster.js";
import { createNoise } from "./createNoise.js";
import { blurPlane, channel, clamp01, edges, luminance, smoothstep } from "./planes.js";

/** A photographic treatment of the whole picture. All amounts are 0 for none unless said otherwise. */
export interface Grade {
  /** 1 keeps it. */
  saturation?: number;
  /** 1 keeps it. */
  contrast?: number;
  /** Added to every channel, 0 to 255. */
  lift?: number;
  /** Colour pushed into dark parts and light parts, from -60 to 60 a channel. */
  shadows?: readonly [number, number, number];
  lights?: readonly [number, number, number];
  vignette?: number;
  grain?: number;
  /** Light that spreads from bright parts. */
  bloom?: number;
  /** Black bars above and below, as parts of the height. */
  bars?: number;
}

export function grade(pixels: Pixels, seed: number, options: Grade): void {
  const { data, width, height } = pixels;
  const {
    saturation = 1,
    contrast = 1,
    lift = 0,
    shadows = [0, 0, 0],
    lights = [0, 0, 0],
    vignette = 0,
    grain = 0,
    bloom = 0,
    bars = 0,
  } = options;
  const unit = Math.min(width, height);
  const noise = createNoise(seed);
  const glow =
    bloom > 0
      ? ([0, 1, 2] as const).map((offset) =>
          blurPlane(
            channel(pixels, offset).map((value) => Math.max(0, value - 150)),
            width,
            height,
            unit * 0.022,
          ),
        )
      : [];
  const bar = Math.round(height * bars);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const index = y * width + x;
      const p = index * 4;
      if (y < bar || y >= height - bar) {
        data[p] = data[p + 1] = data[p + 2] = 6;
        continue;
      }
      const red = data[p] ?? 0;
      const green = data[p + 1] ?? 0;
      const blue = data[p + 2] ?? 0;
      const tone = red * 0.299 + green * 0.587 + blue * 0.114;
      const bright = tone / 255;
      const dx = x / width - 0.5;
      const dy = y / height - 0.5;
      const dim = 1 - vignette * smoothstep(0.16, 0.62, dx * dx * 1.5 + dy * dy * 1.5 + 0.02);
      const speck =
        grain > 0
          ? (noise(x * 0.83 + 0.31 * y, y * 0.91) - 0.5 + (noise(x * 0.37, y * 0.41 + 9) - 0.5) * 0.5) *
            grain *
            (1.15 - bright * 0.7)
          : 0;
      for (let offset = 0; offset < 3; offset += 1) {
        const value = offset === 0 ? red : offset === 1 ? green : blue;
        let out = tone + (value - tone) * saturation;
        out = (out - 128) * contrast + 128 + lift;
        out += (shadows[offset] ?? 0) * (1 - bright) + (lights[offset] ?? 0) * bright;
        if (bloom > 0) out += (glow[offset]?.[index] ?? 0) * bloom;
        data[p + offset] = out * dim + speck;
      }
    }
  }
}

/** Flat, cel-like tones with thin dark outlines. */
export function cel(pixels: Pixels): void {
  const { data, width, height } = pixels;
  const unit = Math.min(width, height);
  const outlines = blurPlane(edges(pixels), width, height, Math.max(1, unit * 0.001));
  const tones = luminance(pixels);
  const steps = 6;
  for (let index = 0, p = 0; index < tones.length; index += 1, p += 4) {
    const tone = (tones[index] ?? 0) / 255;
    const scaled = tone * steps;
    const base = Math.floor(scaled);
    const flat = (base + smoothstep(0.42, 0.58, scaled - base)) / steps;
    const factor = tone > 0.01 ? flat / tone : 1;
    const line = 1 - smoothstep(34, 120, outlines[index] ?? 0) * 0.78;
    for (let offset = 0; offset < 3; offset += 1) {
      const value = data[p + offset] ?? 0;
      const even = value * (0.35 + 0.65 * factor) + (flat - tone) * 30;
      const vivid = tone * 255 + (even - tone * 255) * 1.28;
      data[p + offset] = (vivid * 1.05 + 6) * (offset === 2 ? Math.min(1, line * 1.12) : line);
    }
  }
}

/** Thin dark lines where tones change. */
export function outline(pixels: Pixels): void {
  const { data, width, height } = pixels;
  const lines = blurPlane(edges(pixels), width, height, Math.max(1, Math.min(width, height) * 0.001));
  for (let index = 0, p = 0; index < lines.length; index += 1, p += 4) {
    const kept = 1 - smoothstep(14, 90, lines[index] ?? 0) * 0.82;
    for (let offset = 0; offset < 3; offset += 1) data[p + offset] = (data[p + offset] ?? 0) * kept;
  }
}

/** Few, even tones: each channel falls on one of `steps` values with a soft edge. */
export function flatten(pixels: Pixels, steps: number): void {
  const { data } = pixels;
  for (let p = 0; p < data.length; p += 1) {
    if ((p & 3) === 3) continue;
    const scaled = ((data[p] ?? 0) / 255) * steps;
    const base = Math.floor(scaled);
    data[p] = clamp01((base + smoothstep(0.35, 0.65, scaled - base)) / steps) * 255;
  }
}
