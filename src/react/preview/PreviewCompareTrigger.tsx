"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/** Opens the comparison of two images. Renders a `<button>` element from two images on. */
export const PreviewCompareTrigger = createActionButton("Preview.CompareTrigger", () => {
  const { history, setView } = usePreviewContext("Preview.CompareTrigger");
  const t = useMessagesWith(resultWords);
  return { action: () => setView("compare"), label: t("compare.open"), hidden: history.length < 2 };
});
