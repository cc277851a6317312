import { createRandom } from "../drawing/random.js";
import type { Random } from "../drawing/random.js";
import type { Pixels } from "../raster.js";
import { createNoise } from "./createNoise.js";
import { blurPlane, luminance } from "./planes.js";

/** Repaints a picture in brush strokes, from broad to fine, and lights the paint as if it stood off the canvas. */
export function oilPainting(pixels: Pixels, seed: number): void {
  const { data, width, height } = pixels;
  const unit = Math.min(width, height);
  const source = data.slice();
  const relief = new Float32Array(width * height);
  const random = createRandom(seed);
  const noise = createNoise(seed);
  const soft = blurPlane(luminance(pixels), width, height, unit * 0.006);
  const brush: Brush = { data, source, relief, width, height, random };
  for (const [size, threshold] of [
    [unit * 0.04, -1],
    [unit * 0.02, 24],
    [unit * 0.0095, 46],
    [unit * 0.0046, 100],
  ] as const) {
    const step = size * 0.62;
    for (let gy = step / 2; gy < height + step; gy += step) {
      for (let gx = step / 2; gx < width + step; gx += step) {
        const x = Math.min(width - 1, Math.max(0, Math.round(gx + (random() - 0.5) * step)));
        const y = Math.min(height - 1, Math.max(0, Math.round(gy + (random() - 0.5) * step)));
        const at = (y * width + x) * 4;
        if (threshold >= 0 && difference(data, source, at) < threshold && random() > 0.1) continue;
        const left = soft[y * width + Math.max(0, x - 2)] ?? 0;
        const right = soft[y * width + Math.min(width - 1, x + 2)] ?? 0;
        const above = soft[Math.max(0, y - 2) * width + x] ?? 0;
        const below = soft[Math.min(height - 1, y + 2) * width + x] ?? 0;
        const strong = Math.abs(right - left) + Math.abs(below - above) > 5;
        const angle = strong
          ? Math.atan2(below - above, right - left) + Math.PI / 2
          : noise((x / unit) * 4, (y / unit) * 4) * 4.2 - 1.2;
        stroke(brush, x, y, angle + (random() - 0.5) * 0.35, size);
      }
    }
  }
  light(pixels, relief);
}

interface Brush {
  data: Uint8ClampedArray;
  source: Uint8ClampedArray;
  relief: Float32Array;
  width: number;
  height: number;
  random: Random;
}

function difference(a: Uint8ClampedArray, b: Uint8ClampedArray, at: number): number {
  return (
    Math.abs((a[at] ?? 0) - (b[at] ?? 0)) +
    Math.abs((a[at + 1] ?? 0) - (b[at + 1] ?? 0)) +
    Math.abs((a[at + 2] ?? 0) - (b[at + 2] ?? 0))
  );
}

function stroke(
  { data, source, relief, width, height, random }: Brush,
  cx: number,
  cy: number,
  angle: number,
  size: number,
): void {
  const half = size * (1.25 + random() * 0.6);
  const thick = size * 0.42;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const at = (cy * width + cx) * 4;
  const shift = (random() - 0.5) * 22;
  const hue = (random() - 0.5) * 12;
  const red = (source[at] ?? 0) + shift + hue;
  const green = (source[at + 1] ?? 0) + shift;
  const blue = (source[at + 2] ?? 0) + shift - hue;
  const phase = random() * 100;
  const reachX = Math.ceil(Math.abs(cos) * half + Math.abs(sin) * thick);
  const reachY = Math.ceil(Math.abs(sin) * half + Math.abs(cos) * thick);
  const firstY = Math.max(0, cy - reachY);
  const lastY = Math.min(height - 1, cy + reachY);
  const firstX = Math.max(0, cx - reachX);
  const lastX = Math.min(width - 1, cx + reachX);
  for (let y = firstY; y <= lastY; y += 1) {
    for (let x = firstX; x <= lastX; x += 1) {
      const along = ((x - cx) * cos + (y - cy) * sin) / half;
      const across = ((y - cy) * cos - (x - cx) * sin) / thick;
      const shape = 1 - along * along * along * along - across * across;
      if (shape <= 0) continue;
      const bristle =
        Math.sin(across * 9 + phase) * 0.5 + Math.sin(across * 23 + phase * 3 + along * 1.5) * 0.5;
      const cover = shape > 0.25 ? 0.93 : shape * 3.6;
      const tone = bristle * 7;
      const index = y * width + x;
      const p = index * 4;
      data[p] = (data[p] ?? 0) * (1 - cover) + (red + tone) * cover;
      data[p + 1] = (data[p + 1] ?? 0) * (1 - cover) + (green + tone) * cover;
      data[p + 2] = (data[p + 2] ?? 0) * (1 - cover) + (blue + tone) * cover;
      relief[index] =
        (relief[index] ?? 0) * (1 - cover) + (bristle * 0.5 + 0.6 * Math.min(1, shape * 2)) * cover;
    }
  }
}

function light({ data, width, height }: Pixels, relief: Float32Array): void {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const index = y * width + x;
      const slope = (relief[index] ?? 0) - (relief[Math.max(0, index - width - 1)] ?? 0);
      const weave = ((x & 3) === 0 ? -2.5 : 0) + ((y & 3) === 0 ? -2.5 : 0);
      const p = index * 4;
      const lift = Math.max(-20, Math.min(24, slope * 34)) + weave;
      data[p] = ((data[p] ?? 0) + lift) * 1.02 + 3;
      data[p + 1] = (data[p + 1] ?? 0) + lift;
      data[p + 2] = ((data[p + 2] ?? 0) + lift) * 0.93;
    }
  }
}
