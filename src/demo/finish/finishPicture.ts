import type { Pixels } from "../raster.js";
import { flatten, grade, outline } from "./grade.js";
import type { Grade } from "./grade.js";

/** Names of the palettes. */
export const PALETTES = ["natural", "warm", "cool", "vivid", "pastel", "mono"] as const;
/** Colours of a whole picture; "natural" keeps them. */
export type PaletteName = (typeof PALETTES)[number];
/** "simple" has few even tones, "rich" outlines; "normal" keeps the picture. */
export type Detail = "simple" | "normal" | "rich";

/** Work on a picture after its style has painted it. */
export interface Finish {
  detail: Detail;
  palette: PaletteName;
  /** Whether a paper frame lies around it. */
  frame: boolean;
  /** Film grain, from 0 to 1. */
  grain: number;
}

const GRADES: Readonly<Record<PaletteName, Grade>> = {
  natural: {},
  warm: { saturation: 0.95, shadows: [26, 4, -20], lights: [18, 2, -40] },
  cool: { saturation: 0.85, shadows: [-20, 2, 26], lights: [-34, -2, 16] },
  vivid: { saturation: 1.7, contrast: 1.14 },
  pastel: { saturation: 0.62, contrast: 0.62, lift: 46 },
  mono: { saturation: 0, contrast: 1.1 },
};
const GRAIN = 70;
const PAPER = [248, 244, 235] as const;
const EDGE = [120, 112, 100] as const;

/** Makes the finish of a picture, or `undefined` where nothing is to be done. The same seed gives the same pixels. */
export function finishPicture(finish: Finish, seed: number): ((pixels: Pixels) => void) | undefined {
  const { detail, palette, frame, grain } = finish;
  if (detail === "normal" && palette === "natural" && !frame && grain <= 0) return undefined;
  return (pixels) => {
    if (detail === "simple") flatten(pixels, 4);
    if (detail === "rich") outline(pixels);
    if (palette !== "natural" || grain > 0) grade(pixels, seed, { ...GRADES[palette], grain: grain * GRAIN });
    if (frame) layFrame(pixels);
  };
}

/** Lays a paper frame with a thin inner edge over the rim of the picture. */
function layFrame({ data, width, height }: Pixels): void {
  const unit = Math.min(width, height);
  const wide = Math.round(unit * 0.05);
  const thin = Math.max(1, Math.round(unit * 0.003));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const inside = Math.min(x, y, width - 1 - x, height - 1 - y);
      if (inside >= wide + thin) continue;
      data.set(inside < wide ? PAPER : EDGE, (y * width + x) * 4);
    }
  }
}
