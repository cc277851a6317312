"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { createLazy } from "../internal/createLazy.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

const useStrip = createLazy(() => import("./history/HistoryStrip.js"));

/**
 * Row of the node's earlier images, to look at again: one stop of the Tab key, arrow keys go along it. Shows the twelve
 * newest and says how many there are; all of them at the press of a button where the host keeps them (`history`). Renders a
 * `<div role="group">` element from two images on.
 */
export const PreviewHistory = createElementPart("Preview.History", "div", () => {
  const isShown = usePreviewContext("Preview.History").history.length >= 2;
  const t = useMessagesWith(resultWords);
  const strip = useStrip(isShown);
  if (!isShown) return null;
  return {
    role: "group",
    "aria-label": t("history.label"),
    children: strip && <strip.HistoryStrip />,
  };
});
