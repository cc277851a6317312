"use client";
import { forwardRef } from "react";
import type { HTMLAttributes } from "react";
import { createLazy } from "../internal/createLazy.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

// With what stands in it, so that the window does not grow after it opened.
const useWindow = createLazy(async () => {
  const [loaded] = await Promise.all([
    import("./compare/CompareDialog.js"),
    import("./compare/CompareBody.js"),
  ]);
  return loaded;
});

/**
 * Compares two images in a window of its own, opened by `Preview.CompareTrigger`. Renders a modal `<dialog>`
 * element while it is open. Children replace the `Preview.Compare` in it.
 */
export const PreviewCompareDialog = forwardRef<HTMLDialogElement, HTMLAttributes<HTMLDialogElement>>(
  function PreviewCompareDialog(props, ref) {
    const { view, setView, announce, setTrouble } = usePreviewContext("Preview.CompareDialog");
    const t = useMessagesWith(resultWords);
    const loaded = useWindow(view === "compare", () => {
      const words = t("dialog.failed");
      announce(words);
      setTrouble({ words });
      setView(null);
    });
    return loaded ? <loaded.CompareDialog {...props} dialogRef={ref} /> : null;
  },
);
