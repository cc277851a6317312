"use client";
import type { ForwardedRef, HTMLAttributes } from "react";
import { compareWords, resultWords, useMessagesWith } from "../../messages/index.js";
import { PreviewCompare } from "../PreviewCompare.js";
import { usePreviewContext } from "../PreviewContext.js";
import { DialogFrame } from "../DialogFrame.js";

/** Open window of `Preview.CompareDialog`; fetched when it is first opened. */
export function CompareDialog({ children, dialogRef, ...rest }: CompareDialogProps) {
  const { setView } = usePreviewContext("Preview.CompareDialog");
  const t = useMessagesWith(resultWords, compareWords);
  return (
    <DialogFrame
      data-imagenode-part="preview-compare-dialog"
      aria-label={t("compare.label")}
      {...rest}
      head={<strong data-imagenode-part="preview-dialog-title">{t("compare.label")}</strong>}
      onClose={() => setView(null)}
      dialogRef={dialogRef}
    >
      {children ?? <PreviewCompare />}
    </DialogFrame>
  );
}

interface CompareDialogProps extends HTMLAttributes<HTMLDialogElement> {
  dialogRef: ForwardedRef<HTMLDialogElement>;
}
