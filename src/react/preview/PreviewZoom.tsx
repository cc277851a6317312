"use client";
import { forwardRef, useState } from "react";
import type { HTMLAttributes } from "react";
import { useMessages } from "../messages/index.js";
import { usePreview } from "./PreviewContext.js";
import { PreviewDialog } from "./PreviewDialog.js";
import { shortenText } from "./shortenText.js";

/**
 * The picture as large as the window, or pixel by pixel. Opened by `Preview.ZoomTrigger`; Escape closes it and the focus
 * goes back. Renders a modal `<dialog>` element while it is open. Children stand beside its buttons.
 */
export const PreviewZoom = forwardRef<HTMLDialogElement, HTMLAttributes<HTMLDialogElement>>(
  function PreviewZoom({ children, ...rest }, ref) {
    const { view, setView, picture, link } = usePreview("Preview.Zoom");
    const t = useMessages();
    const [scale, setScale] = useState<"fit" | "actual">("fit");
    if (view !== "zoom" || !picture || link.src === undefined) return null;
    const { width, height } = picture.image;
    const close = () => {
      setView(null);
      setScale("fit");
    };
    const other = scale === "fit" ? "actual" : "fit";
    return (
      <PreviewDialog
        data-imagenode-part="preview-zoom"
        aria-label={t("zoom.label")}
        {...rest}
        onClose={close}
        dialogRef={ref}
      >
        <div data-imagenode-part="preview-dialog-head">
          <span data-imagenode-part="preview-dialog-title" dir="auto">
            {t("meta.size", { width: String(width), height: String(height) })}
          </span>
          <button type="button" data-imagenode-part="preview-dialog-button" onClick={() => setScale(other)}>
            {t(`zoom.${other}`)}
          </button>
          {children}
          <button type="button" data-imagenode-part="preview-dialog-close" onClick={close}>
            {t("dialog.close")}
          </button>
        </div>
        <div data-imagenode-part="preview-zoom-view" data-state={scale}>
          <button
            type="button"
            data-imagenode-part="preview-zoom-picture"
            title={t(`zoom.${other}`)}
            onClick={() => setScale(other)}
          >
            <img
              src={link.src}
              alt={shortenText(picture.output.prompt, 180)}
              width={width}
              height={height}
              referrerPolicy="no-referrer"
              onError={link.onError}
            />
          </button>
        </div>
      </PreviewDialog>
    );
  },
);
