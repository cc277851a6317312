"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/** Waits again for a run that still goes on. Renders a `<button>` element while there is one. */
export const PreviewRejoin = createActionButton("Preview.Rejoin", () => {
  const { state, store } = usePreviewContext("Preview.Rejoin");
  const t = useMessagesWith(resultWords);
  return {
    action: store && (() => void store.rejoin()),
    label: t("preview.rejoin"),
    hidden: !store || state.status !== "waiting",
  };
});
