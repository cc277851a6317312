"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { ImageStrip } from "./history/ImageStrip.js";
import { usePreviewContext } from "./PreviewContext.js";

/** Row of the node's earlier images, to look at again. Renders a `<div role="group">` element from two images on. */
export const PreviewHistory = createElementPart("Preview.History", "div", () => {
  const { history, generation, select } = usePreviewContext("Preview.History");
  const t = useMessages();
  if (history.length < 2) return null;
  return {
    role: "group",
    "aria-label": t("history.label"),
    children: <ImageStrip entries={history} selectedId={generation?.id} onSelect={select} />,
  };
});
