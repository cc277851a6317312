import { ASPECT_RATIOS } from "../../../contract/index.js";
import type { Geometry, RatioGeometry } from "../ModelEntry.js";
import type { ProviderShapes } from "./Provider.js";

/** Sizes for models that take any size with sides that are multiples of 16. */
export const ANY_SIZE = sizes("1024x1024", "1536x864");

/** Sizes of models that know three, as OpenAI's of the first generation. */
export const THREE_SIZES = sizes("1024x1024", "1536x1024", { width: 1536, height: 864 });

/** Ratios for models that take a ratio. */
export const RATIOS: Geometry = {
  square: { aspectRatio: "1:1" },
  landscape: { aspectRatio: "16:9" },
  portrait: { aspectRatio: "9:16" },
};

/** Makes the geometry of three sizes, the portrait one being the landscape one turned. */
export function sizes(
  square: `${number}x${number}`,
  landscape: `${number}x${number}`,
  crop?: { width: number; height: number },
): Geometry {
  const portrait = landscape.split("x").reverse().join("x") as `${number}x${number}`;
  const turned = crop && { width: crop.height, height: crop.width };
  return {
    square: { size: square },
    landscape: { size: landscape, ...(crop && { crop }) },
    portrait: { size: portrait, ...(turned && { crop: turned }) },
  };
}

/** Makes the geometry of ratios whose pixels are documented. */
export function ratiosWithPixels(
  square: { width: number; height: number },
  landscape: { width: number; height: number },
): Geometry {
  const portrait = { width: landscape.height, height: landscape.width };
  return {
    square: { aspectRatio: "1:1", pixels: square },
    landscape: { aspectRatio: "16:9", pixels: landscape },
    portrait: { aspectRatio: "9:16", pixels: portrait },
  };
}

/** Shapes whose pixels are known wherever the geometry names some. */
export function pixelsKnown(geometry: Partial<Geometry>): ProviderShapes {
  const namesPixels = (entry: RatioGeometry | undefined) =>
    entry !== undefined && ("size" in entry || entry.pixels !== undefined);
  return { geometry, known: ASPECT_RATIOS.filter((ratio) => namesPixels(geometry[ratio])) };
}

/** Shapes that are asked for, and of which nobody knows the pixels. */
export function pixelsUnknown(geometry: Partial<Geometry>): ProviderShapes {
  return { geometry, known: [] };
}
