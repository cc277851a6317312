"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Makes another image, or as many as were made at once, which are paid again. Stays in place while it does. Renders a
 * `<button>` element, or nothing before there is one.
 */
export const PreviewRegenerate = createActionButton("Preview.Regenerate", () => {
  const { state, store, generation } = usePreviewContext("Preview.Regenerate");
  const t = useMessagesWith(resultWords);
  const isRunning = state.status === "running";
  return {
    action: store && (() => void store.regenerate()),
    label: state.variations
      ? t("preview.regenerateAll", { count: state.variations.length })
      : t("preview.regenerate"),
    busy: isRunning,
    hidden:
      !store || state.isRepeatable === false || !(state.status === "succeeded" || (isRunning && generation)),
  };
});
