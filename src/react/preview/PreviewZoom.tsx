"use client";
import { forwardRef } from "react";
import type { HTMLAttributes } from "react";
import { createLazy } from "../internal/createLazy.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

const useWindow = createLazy(() => import("./zoom/ZoomDialog.js"));

/**
 * Shows the image as large as the window, or pixel by pixel. Opened by `Preview.ZoomTrigger`; Escape closes it and the
 * focus goes back. Renders a modal `<dialog>` element while it is open. Children stand beside its buttons.
 */
export const PreviewZoom = forwardRef<HTMLDialogElement, HTMLAttributes<HTMLDialogElement>>(
  function PreviewZoom(props, ref) {
    const { view, setView, link, announce, setTrouble } = usePreviewContext("Preview.Zoom");
    const t = useMessagesWith(resultWords);
    const isOpen = view === "zoom" && link.src !== undefined;
    const loaded = useWindow(isOpen, () => {
      const words = t("dialog.failed");
      announce(words);
      setTrouble({ words, href: link.src });
      setView(null);
    });
    return loaded ? <loaded.ZoomDialog {...props} dialogRef={ref} /> : null;
  },
);
