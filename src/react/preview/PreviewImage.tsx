"use client";
import { forwardRef } from "react";
import type { ImgHTMLAttributes } from "react";
import { composeHandlers } from "../internal/composeHandlers.js";
import { usePreviewContext } from "./PreviewContext.js";
import { shortenText } from "./shortenText.js";

/** Length from which a screen reader's user loses the thread; the whole prompt stands in the stages. */
const ALT_LENGTH = 180;

/**
 * Shows the image. Renews a link that has ended once by itself. Renders an `<img>` element, whose `alt` is the
 * (shortened) prompt, or nothing while there is no image that may be shown.
 */
export const PreviewImage = forwardRef<HTMLImageElement, PreviewImageProps>(
  function PreviewImage(props, ref) {
    const { onError, ...rest } = props;
    const { generation, generationIs, link } = usePreviewContext("Preview.Image");
    if (!generation || link.src === undefined) return null;
    return (
      <img
        data-imagenode-part="preview-image"
        data-state={generationIs}
        alt={shortenText(generation.output.prompt, ALT_LENGTH)}
        width={generation.image.width}
        height={generation.image.height}
        referrerPolicy="no-referrer"
        {...rest}
        src={link.src}
        onError={composeHandlers(onError, link.onError)}
        ref={ref}
      />
    );
  },
);

/** Attributes of the image. */
export interface PreviewImageState {
  /**
   * @selector [data-state] "previous": the last good one, after a run without; "late": came after the time limit;
   * "pinned": the pinned one, where the node has made none in this page.
   */
  state: "current" | "previous" | "selected" | "late" | "pinned";
}

/** Props of {@link PreviewImage}. */
export type PreviewImageProps = ImgHTMLAttributes<HTMLImageElement>;
