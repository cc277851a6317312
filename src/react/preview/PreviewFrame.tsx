"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { usePreview } from "./PreviewContext.js";

/** The box of the picture, in its final shape from the first moment. Renders a `<div>` element. */
export const PreviewFrame = createElementPart("Preview.Frame", "div", () => {
  const { ratio, picture, state } = usePreview("Preview.Frame");
  return {
    "data-ratio": ratio,
    "data-status": state.status,
    ...(picture && { style: { aspectRatio: `${picture.image.width} / ${picture.image.height}` } }),
  };
});
