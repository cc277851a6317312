"use client";
import { forwardRef } from "react";
import type { HTMLAttributes } from "react";
import { useMessages } from "../messages/index.js";
import { PreviewCompare } from "./PreviewCompare.js";
import { usePreview } from "./PreviewContext.js";
import { PreviewDialog } from "./PreviewDialog.js";

/**
 * The comparison of two pictures in a window of its own, opened by `Preview.CompareTrigger`. Renders a modal `<dialog>`
 * element while it is open. Children replace the `Preview.Compare` in it.
 */
export const PreviewCompareDialog = forwardRef<HTMLDialogElement, HTMLAttributes<HTMLDialogElement>>(
  function PreviewCompareDialog({ children, ...rest }, ref) {
    const { view, setView } = usePreview("Preview.CompareDialog");
    const t = useMessages();
    if (view !== "compare") return null;
    const close = () => setView(null);
    return (
      <PreviewDialog
        data-imagenode-part="preview-compare-dialog"
        aria-label={t("compare.label")}
        {...rest}
        onClose={close}
        dialogRef={ref}
      >
        <div data-imagenode-part="preview-dialog-head">
          <strong data-imagenode-part="preview-dialog-title">{t("compare.label")}</strong>
          <button type="button" data-imagenode-part="preview-dialog-close" onClick={close}>
            {t("dialog.close")}
          </button>
        </div>
        {children ?? <PreviewCompare />}
      </PreviewDialog>
    );
  },
);
