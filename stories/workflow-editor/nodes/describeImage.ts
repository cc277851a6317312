import { describeRatio, hasAspectRatio } from "image-generation-node/contract";
import type { AspectRatio } from "image-generation-node/contract";
import { readPng } from "./readPng.js";
import type { Pixels } from "./readPng.js";

/** Report of the demo model about an image: measured, not guessed. */
export interface ImageReport {
  fileName: string;
  format: "PNG";
  sizeInKb: number;
  width: number;
  height: number;
  /** Ratio in words, such as "16:9". */
  ratio: string;
  /** Whether the image has the requested ratio; absent where none was requested. */
  hasAskedRatio?: boolean;
  /** Most frequent first. */
  dominantColors: readonly { name: string; hex: string; share: number }[];
  /** From 0, black, to 1, white. */
  brightness: number;
}

const NAMES: Readonly<Record<string, readonly [number, number, number]>> = {
  black: [18, 18, 20],
  "dark gray": [70, 72, 76],
  gray: [135, 137, 140],
  "light gray": [205, 207, 210],
  white: [248, 248, 247],
  red: [205, 45, 45],
  brown: [120, 75, 45],
  orange: [236, 135, 45],
  beige: [225, 205, 170],
  yellow: [245, 212, 70],
  green: [70, 150, 75],
  "dark green": [35, 75, 50],
  teal: [45, 140, 145],
  "light blue": [160, 205, 235],
  blue: [55, 105, 205],
  navy: [28, 38, 85],
  purple: [120, 75, 175],
  pink: [235, 150, 180],
};

/** Measures an image. Rejects anything but a complete PNG. */
export async function describeImage(
  bytes: Uint8Array<ArrayBuffer>,
  fileName: string,
  asked?: AspectRatio,
): Promise<ImageReport> {
  const pixels = await readPng(bytes);
  const { width, height } = pixels;
  return {
    fileName,
    format: "PNG",
    sizeInKb: Math.ceil(bytes.length / 1024),
    width,
    height,
    ratio: describeRatio(width, height),
    ...(asked && { hasAskedRatio: hasAspectRatio(width, height, asked) }),
    ...measureColors(pixels),
  };
}

/** Writes the report as a sentence. */
export function tellReport(report: ImageReport): string {
  const { width, height, ratio, dominantColors, brightness, hasAskedRatio } = report;
  const colors = dominantColors.map(({ name, share }) => `${name} (${Math.round(share * 100)} %)`).join(", ");
  const light = brightness > 0.66 ? "bright" : brightness < 0.33 ? "dark" : "evenly lit";
  const article = light.startsWith("e") ? "An" : "A";
  const shape = hasAskedRatio === undefined ? "" : hasAskedRatio ? ", as asked" : ", not as asked";
  return `${article} ${light} picture of ${width} × ${height} pixels (${ratio}${shape}), mostly ${colors}.`;
}

/** Pixels that are counted: a few thousand say as much about colours as all of them. */
const SAMPLES = 6000;
const STEP = 32;

function measureColors({ width, height, data }: Pixels): Pick<ImageReport, "dominantColors" | "brightness"> {
  const bins = new Map<number, { count: number; sum: [number, number, number] }>();
  const stride = Math.max(1, Math.floor((width * height) / SAMPLES)) * 4;
  let light = 0;
  let total = 0;
  for (let at = 0; at < data.length; at += stride) {
    const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    const key = (Math.floor(r / STEP) << 8) | (Math.floor(g / STEP) << 4) | Math.floor(b / STEP);
    const bin = bins.get(key) ?? { count: 0, sum: [0, 0, 0] };
    bin.count += 1;
    bin.sum = [bin.sum[0] + r, bin.sum[1] + g, bin.sum[2] + b];
    bins.set(key, bin);
    light += 0.2126 * r + 0.7152 * g + 0.0722 * b;
    total += 1;
  }
  const named = new Map<string, { count: number; rgb: [number, number, number] }>();
  for (const { count, sum } of [...bins.values()].sort((a, b) => b.count - a.count)) {
    const rgb = sum.map((value) => Math.round(value / count)) as [number, number, number];
    const name = nameColor(rgb);
    const known = named.get(name);
    if (known) known.count += count;
    else named.set(name, { count, rgb });
  }
  const dominantColors = [...named]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, 3)
    .map(([name, { count, rgb }]) => ({
      name,
      hex: `#${rgb.map((value) => value.toString(16).padStart(2, "0")).join("")}`,
      share: Math.round((count / total) * 100) / 100,
    }));
  return { dominantColors, brightness: Math.round((light / total / 255) * 100) / 100 };
}

function nameColor(rgb: readonly [number, number, number]): string {
  const distance = (other: readonly [number, number, number]) =>
    2 * (rgb[0] - other[0]) ** 2 + 4 * (rgb[1] - other[1]) ** 2 + 3 * (rgb[2] - other[2]) ** 2;
  const [nearest] = Object.entries(NAMES).sort(([, a], [, b]) => distance(a) - distance(b));
  return nearest?.[0] ?? "gray";
}
