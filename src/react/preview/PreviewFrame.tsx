"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useFrameShape } from "./useFrameShape.js";

/**
 * Box of the image, in its final shape from the first moment. An image of another shape than asked stands inside of it,
 * whole. Renders a `<div>` element.
 */
export const PreviewFrame = createElementPart("Preview.Frame", "div", () =>
  useFrameShape(usePreviewContext("Preview.Frame")),
);

/** Attributes of the box. */
export interface PreviewFrameState {
  /** @selector [data-ratio] Shape of the box. */
  ratio: "square" | "landscape" | "portrait";
  /** @selector [data-status] State of the run. */
  status: "idle" | "running" | "waiting" | "succeeded" | "failed" | "cancelled";
}
