"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/** Stops waiting for the run, which goes on and can be rejoined. Renders a `<button>` element while it waits. */
export const PreviewStopWaiting = createActionButton("Preview.StopWaiting", () => {
  const { state, store } = usePreviewContext("Preview.StopWaiting");
  const t = useMessagesWith(resultWords);
  return {
    action: store && (() => store.stopWaiting()),
    label: t("preview.stopWaiting"),
    hidden: !store || state.status !== "running",
  };
});
