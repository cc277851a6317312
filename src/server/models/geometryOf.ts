import { ASPECT_RATIOS, RATIO_VALUES, hasAspectRatio } from "../../contract/index.js";
import type { AspectRatio, RatioSupport } from "../../contract/index.js";
import { ANY_SIZE, familyGeometry } from "./familyGeometry.js";
import { isCustomImageModel } from "./ModelEntry.js";
import type { Geometry, ImageModelEntry, RatioGeometry } from "./ModelEntry.js";

/** Finds the sizes of a model: its entry's own table, else its family's. */
export function geometryOf({ model, geometry }: ImageModelEntry): Partial<Geometry> {
  if (geometry) return geometry;
  if (isCustomImageModel(model)) return ANY_SIZE;
  return familyGeometry(model);
}

/** Computes the pixels that a model is expected to deliver: of its size, as documented, or usual where it takes a ratio. */
export function askedPixels(entry: RatioGeometry, ratio: AspectRatio): { width: number; height: number } {
  if ("size" in entry) {
    const [width = 0, height = 0] = entry.size.split("x").map(Number);
    return { width, height };
  }
  return entry.pixels ?? askedPixels(ANY_SIZE[ratio], ratio);
}

/** Describes the ratios of a model for the catalog, in delivered pixels. */
export function describeRatios(geometry: Partial<Geometry>): Record<AspectRatio, RatioSupport> {
  const describe = (ratio: AspectRatio): RatioSupport => {
    const entry = geometry[ratio];
    if (!entry) return { width: 0, height: 0, fit: "unsupported", reasonCode: "ratio_not_offered" };
    const asked = askedPixels(entry, ratio);
    const crop = entry.crop ?? cropFor(asked.width, asked.height, ratio);
    return crop
      ? { ...crop, fit: "crop", reasonCode: "cropped_from_other_ratio" }
      : { ...asked, fit: "exact" };
  };
  return Object.fromEntries(ASPECT_RATIOS.map((ratio) => [ratio, describe(ratio)])) as Record<
    AspectRatio,
    RatioSupport
  >;
}

/** Finds the largest centred part of `width` × `height` that has the asked ratio; `null` when the whole has it. */
export function cropFor(
  width: number,
  height: number,
  ratio: AspectRatio,
  preferred?: { width: number; height: number } | undefined,
): { width: number; height: number } | null {
  if (hasAspectRatio(width, height, ratio)) return null;
  if (preferred && preferred.width <= width && preferred.height <= height) return { ...preferred };
  const [w, h] = RATIO_VALUES[ratio];
  const scale = Math.min(width / w, height / h);
  return { width: Math.max(1, Math.round(w * scale)), height: Math.max(1, Math.round(h * scale)) };
}
