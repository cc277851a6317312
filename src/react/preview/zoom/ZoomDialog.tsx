"use client";
import { Space } from "../../internal/Space.js";
import { useState } from "react";
import type { ForwardedRef, HTMLAttributes } from "react";
import { formatPixels } from "../../internal/formatPixels.js";
import { resultWords, useMessagesWith } from "../../messages/index.js";
import { usePreviewContext } from "../PreviewContext.js";
import { DialogFrame } from "../DialogFrame.js";
import { shortenText } from "../shortenText.js";

/** Open window of `Preview.Zoom`; fetched when it is first opened. */
export function ZoomDialog({ children, dialogRef, ...rest }: ZoomDialogProps) {
  const { setView, generation, link } = usePreviewContext("Preview.Zoom");
  const t = useMessagesWith(resultWords);
  const [scale, setScale] = useState<"fit" | "actual">("fit");
  if (!generation || link.src === undefined) return null;
  const { width, height } = generation.image;
  const other = scale === "fit" ? "actual" : "fit";
  return (
    <DialogFrame
      data-imagenode-part="preview-zoom"
      aria-label={t("zoom.label")}
      {...rest}
      head={
        <>
          <span data-imagenode-part="preview-dialog-title" dir="auto">
            {t("meta.size", formatPixels(t.locale, generation.image))}
          </span>
          <Space />
          <button type="button" data-imagenode-part="preview-dialog-button" onClick={() => setScale(other)}>
            {t(`zoom.${other}`)}
          </button>
          {children}
        </>
      }
      onClose={() => setView(null)}
      dialogRef={dialogRef}
    >
      <div data-imagenode-part="preview-zoom-view" data-state={scale}>
        <button
          type="button"
          data-imagenode-part="preview-zoom-picture"
          title={t(`zoom.${other}`)}
          onClick={() => setScale(other)}
        >
          <img
            src={link.src}
            alt={shortenText(generation.output.prompt, 180)}
            width={width}
            height={height}
            referrerPolicy="no-referrer"
            onError={link.onError}
          />
        </button>
      </div>
    </DialogFrame>
  );
}

interface ZoomDialogProps extends HTMLAttributes<HTMLDialogElement> {
  dialogRef: ForwardedRef<HTMLDialogElement>;
}

/** Attributes of the enlarged image. */
export interface ZoomDialogState {
  /** @selector [data-state] */
  state: "fit" | "actual";
}
