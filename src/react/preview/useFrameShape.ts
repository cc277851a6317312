"use client";
import { hasAspectRatio } from "../../contract/index.js";
import { useCatalog, useFormBridge, useFormValue } from "../provider/index.js";
import type { PreviewContextValue } from "./PreviewContext.js";

/** Returns the attributes of the image's box, in its final shape from the first moment. */
export function useFrameShape({
  ratio,
  generation,
  state,
}: Pick<PreviewContextValue, "ratio" | "generation" | "state">) {
  const { catalog } = useCatalog();
  const chosen = useFormValue(useFormBridge()?.values, (config) => config.imageModel);
  const id = (state.request ? state.request.config.imageModel : chosen) ?? catalog?.defaults.imageModel;
  const model = catalog?.imageModels.find((candidate) => candidate.id === id);
  // What the model makes may differ from the ratio by a hair: known beforehand, it moves nothing when it comes.
  const size = generation?.image ?? model?.aspectRatios[ratio];
  const fits = size !== undefined && size.height > 0 && hasAspectRatio(size.width, size.height, ratio);
  return {
    "data-ratio": ratio,
    "data-status": state.status,
    ...(fits && { style: { aspectRatio: `${size.width} / ${size.height}` } }),
  };
}
