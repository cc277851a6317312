"use client";
import { forwardRef } from "react";
import type { ImgHTMLAttributes } from "react";
import { composeHandlers } from "../internal/composeHandlers.js";
import { usePreview } from "./PreviewContext.js";
import { shortenText } from "./shortenText.js";

/** Longer than this, a screen reader's user loses the thread; the whole prompt stands in the stages. */
const ALT_LENGTH = 180;

/**
 * The picture. A link that has ended is renewed once by itself. Renders an `<img>` element, whose `alt` is the
 * (shortened) prompt, or nothing while there is no picture that may be shown.
 */
export const PreviewImage = forwardRef<HTMLImageElement, PreviewImageProps>(
  function PreviewImage(props, ref) {
    const { onError, ...rest } = props;
    const { picture, pictureIs, link } = usePreview("Preview.Image");
    if (!picture || link.src === undefined) return null;
    return (
      <img
        data-imagenode-part="preview-image"
        data-state={pictureIs}
        alt={shortenText(picture.output.prompt, ALT_LENGTH)}
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
  /** @selector [data-state] "previous": the last good one, after a run without; "late": came after the time limit. */
  state: "current" | "previous" | "selected" | "late";
}

/** Props of {@link PreviewImage}. */
export type PreviewImageProps = ImgHTMLAttributes<HTMLImageElement>;
