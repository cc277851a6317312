import { ASPECT_RATIOS, RATIO_VALUES, hasAspectRatio } from "../../contract/index.js";
import type { AspectRatio, RatioSupport } from "../../contract/index.js";
import { isCustomImageModel } from "./ModelEntry.js";
import type { ImageModelEntry, RatioGeometry } from "./ModelEntry.js";
import { findProvider } from "./providers/providers.js";
import type { ProviderShapes } from "./providers/Provider.js";
import { ANY_SIZE, pixelsKnown } from "./providers/sizes.js";

/** Finds the sizes of a model: its entry's own table, else those that its provider's file knows. */
export function shapesOf({ model, geometry }: ImageModelEntry): ProviderShapes {
  if (geometry) return pixelsKnown(geometry);
  if (isCustomImageModel(model)) return pixelsKnown(ANY_SIZE);
  return findProvider(model).shapes(typeof model === "string" ? model : model.modelId);
}

/** Computes the pixels that a model is expected to deliver: of its size, as documented, or usual where it takes a ratio. */
export function askedPixels(entry: RatioGeometry, ratio: AspectRatio): { width: number; height: number } {
  if ("size" in entry) {
    const [width = 0, height = 0] = entry.size.split("x").map(Number);
    return { width, height };
  }
  return entry.pixels ?? askedPixels(ANY_SIZE[ratio], ratio);
}

/**
 * Describes the ratios of a model for the catalog, in delivered pixels. A ratio that is asked for, and whose pixels nobody
 * knows before, is left out: nothing can be promised of it.
 */
export function describeRatios({
  geometry,
  known,
}: ProviderShapes): Partial<Record<AspectRatio, RatioSupport>> {
  const describe = (ratio: AspectRatio): RatioSupport | undefined => {
    const entry = geometry[ratio];
    if (!entry) return { width: 0, height: 0, fit: "unsupported", reasonCode: "ratio_not_offered" };
    if (!known.includes(ratio)) return undefined;
    const asked = askedPixels(entry, ratio);
    const crop = entry.crop ?? cropFor(asked.width, asked.height, ratio);
    return crop
      ? { ...crop, fit: "crop", reasonCode: "cropped_from_other_ratio" }
      : { ...asked, fit: "exact" };
  };
  const described = ASPECT_RATIOS.map((ratio) => [ratio, describe(ratio)] as const);
  return Object.fromEntries(described.filter(([, support]) => support !== undefined));
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
