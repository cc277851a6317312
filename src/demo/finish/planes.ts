import type { Pixels } from "../raster.js";

/** Brightness from 0 to 255, one value a pixel. */
export function luminance({ data, width, height }: Pixels): Float32Array {
  const result = new Float32Array(width * height);
  for (let index = 0, at = 0; index < result.length; index += 1, at += 4) {
    result[index] = (data[at] ?? 0) * 0.299 + (data[at + 1] ?? 0) * 0.587 + (data[at + 2] ?? 0) * 0.114;
  }
  return result;
}

/** A soft blur of one plane: two passes of a running mean in each direction. */
export function blurPlane(source: Float32Array, width: number, height: number, radius: number): Float32Array {
  const reach = Math.max(1, Math.round(radius));
  let from = source;
  for (let pass = 0; pass < 2; pass += 1) {
    from = runningMean(runningMean(from, width, height, reach, 1, width), height, width, reach, width, 1);
  }
  return from;
}

function runningMean(
  source: Float32Array,
  length: number,
  lines: number,
  reach: number,
  step: number,
  stride: number,
): Float32Array {
  const result = new Float32Array(source.length);
  const share = 1 / (reach * 2 + 1);
  for (let row = 0; row < lines; row += 1) {
    const base = row * stride;
    const last = base + (length - 1) * step;
    let sum = (source[base] ?? 0) * (reach + 1);
    for (let index = 1; index <= reach; index += 1) sum += source[Math.min(last, base + index * step)] ?? 0;
    for (let index = 0; index < length; index += 1) {
      result[base + index * step] = sum * share;
      sum +=
        (source[Math.min(last, base + (index + reach + 1) * step)] ?? 0) -
        (source[Math.max(base, base + (index - reach) * step)] ?? 0);
    }
  }
  return result;
}

/** One colour channel as a plane. */
export function channel({ data, width, height }: Pixels, offset: 0 | 1 | 2): Float32Array {
  const plane = new Float32Array(width * height);
  for (let index = 0, at = offset as number; index < plane.length; index += 1, at += 4)
    plane[index] = data[at] ?? 0;
  return plane;
}

/** Change of brightness and colour at each pixel, from 0 up. */
export function edges(pixels: Pixels): Float32Array {
  const { data, width, height } = pixels;
  const result = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = (y * width + x) * 4;
      let most = 0;
      for (let offset = 0; offset < 3; offset += 1) {
        const dx = (data[at + 4 + offset] ?? 0) - (data[at - 4 + offset] ?? 0);
        const dy = (data[at + width * 4 + offset] ?? 0) - (data[at - width * 4 + offset] ?? 0);
        most = Math.max(most, Math.abs(dx) + Math.abs(dy));
      }
      result[y * width + x] = most;
    }
  }
  return result;
}

export const clamp01 = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value);

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = clamp01((value - from) / (to - from));
  return t * t * (3 - 2 * t);
}
