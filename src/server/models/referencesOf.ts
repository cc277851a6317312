import { isCustomImageModel } from "./ModelEntry.js";
import type { ImageModelEntry, ReferenceLimits } from "./ModelEntry.js";
import { findProvider } from "./providers/providers.js";

/** Media types that a picture of this back end has, or is converted to. */
export const PICTURE_TYPES = ["image/png", "image/jpeg", "image/webp"] as const;

/** Limits with their defaults. */
export type ResolvedReferenceLimits = {
  readonly [Name in keyof ReferenceLimits]-?: NonNullable<ReferenceLimits[Name]>;
};

/** Finds the pictures that an entry's model takes: its own, over those of its provider's file; `undefined` for none. */
export function referencesOf({
  model,
  references,
}: Pick<ImageModelEntry, "model" | "references">): ResolvedReferenceLimits | undefined {
  if (references === false) return undefined;
  const known = isCustomImageModel(model)
    ? undefined
    : findProvider(model).references?.(typeof model === "string" ? model : model.modelId);
  const max = references?.max ?? known?.max ?? 0;
  if (max < 1) return undefined;
  return {
    max,
    // An entry may lower what its model takes, never what it then needs beyond that.
    min: Math.min(max, references?.min ?? known?.min ?? 0),
    mimeTypes: references?.mimeTypes ?? known?.mimeTypes ?? PICTURE_TYPES,
    maxBytes: references?.maxBytes ?? known?.maxBytes ?? 10 * 1024 * 1024,
    maxPixels: references?.maxPixels ?? known?.maxPixels ?? Infinity,
    maxTotalBytes: references?.maxTotalBytes ?? known?.maxTotalBytes ?? Infinity,
    minSide: references?.minSide ?? known?.minSide ?? 1,
    maxSide: references?.maxSide ?? known?.maxSide ?? Infinity,
  };
}
