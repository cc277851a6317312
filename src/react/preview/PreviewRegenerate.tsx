"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { useMessages } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Makes another image, or as many as were made at once, which are paid again. Renders a `<button>` element, or nothing
 * before there is one.
 */
export const PreviewRegenerate = createActionButton("Preview.Regenerate", () => {
  const { state, store } = usePreviewContext("Preview.Regenerate");
  const t = useMessages();
  return {
    action: store && (() => void store.regenerate()),
    label: state.variations
      ? t("preview.regenerateAll", { count: state.variations.length })
      : t("preview.regenerate"),
    hidden: !store || state.isRepeatable === false || state.status !== "succeeded",
  };
});
