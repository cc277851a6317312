"use client";
import { forwardRef } from "react";
import type { ImgHTMLAttributes } from "react";
import { composeHandlers } from "../internal/composeHandlers.js";
import { usePreview } from "./PreviewContext.js";

/**
 * The picture. A link that has ended is renewed once by itself. Renders an `<img>` element, whose `alt` is the prompt,
 * or nothing while there is no picture that may be shown.
 */
export const PreviewImage = forwardRef<HTMLImageElement, PreviewImageProps>(
  function PreviewImage(props, ref) {
    const { onError, ...rest } = props;
    const { picture, isPrevious, link } = usePreview("Preview.Image");
    if (!picture || link.src === undefined) return null;
    return (
      <img
        data-imagenode-part="preview-image"
        data-state={isPrevious ? "previous" : "current"}
        alt={picture.output.prompt}
        width={picture.image.width}
        height={picture.image.height}
        referrerPolicy="no-referrer"
        {...rest}
        src={link.src}
        onError={composeHandlers(onError, link.onError)}
        ref={ref}
      />
    );
  },
);

/** Attributes that say which picture it is. */
export interface PreviewImageState {
  /** @selector [data-state] "previous": the last good picture, after a run without one. */
  state: "current" | "previous";
}

/** Props of {@link PreviewImage}. */
export type PreviewImageProps = ImgHTMLAttributes<HTMLImageElement>;
