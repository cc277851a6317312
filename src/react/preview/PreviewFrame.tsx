"use client";
import { hasAspectRatio } from "../../contract/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import { useCatalog, useFormBridge, useFormValue } from "../provider/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Box of the image, in its final shape from the first moment. An image of another shape than asked stands inside of it,
 * whole. Renders a `<div>` element.
 */
export const PreviewFrame = createElementPart("Preview.Frame", "div", () => {
  const { ratio, generation, state } = usePreviewContext("Preview.Frame");
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
});

/** Attributes of the box. */
export interface PreviewFrameState {
  /** @selector [data-ratio] Shape of the box. */
  ratio: "square" | "landscape" | "portrait";
  /** @selector [data-status] State of the run. */
  status: "idle" | "running" | "waiting" | "succeeded" | "failed" | "cancelled";
}
