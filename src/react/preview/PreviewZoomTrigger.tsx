"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Opens the image large; the optional look lays it over the image. Renders a `<button>` element while there is one to
 * see.
 */
export const PreviewZoomTrigger = createActionButton("Preview.ZoomTrigger", () => {
  const { link, setView } = usePreviewContext("Preview.ZoomTrigger");
  const t = useMessagesWith(resultWords);
  return {
    action: () => setView("zoom"),
    label: t("zoom.open"),
    hidden: link.src === undefined,
  };
});
