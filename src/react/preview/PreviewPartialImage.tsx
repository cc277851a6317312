"use client";
import { forwardRef } from "react";
import type { ImgHTMLAttributes } from "react";
import { usePreviewContext } from "./PreviewContext.js";

/** Shows the unfinished image, where the model sends one; for the eye only. Renders an `<img>` element. */
export const PreviewPartialImage = forwardRef<HTMLImageElement, ImgHTMLAttributes<HTMLImageElement>>(
  function PreviewPartialImage(props, ref) {
    const { state } = usePreviewContext("Preview.PartialImage");
    if (state.status !== "running" || !state.partialImage) return null;
    return (
      <img
        data-imagenode-part="preview-partial-image"
        alt=""
        {...props}
        src={state.partialImage.url}
        ref={ref}
      />
    );
  },
);
