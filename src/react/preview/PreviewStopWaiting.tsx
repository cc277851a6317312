"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { useMessages } from "../messages/index.js";
import { usePreview } from "./PreviewContext.js";

/** Ends the wait; the run goes on and can be rejoined. Renders a `<button>` element while a run is waited for. */
export const PreviewStopWaiting = createActionButton("Preview.StopWaiting", () => {
  const { state, store } = usePreview("Preview.StopWaiting");
  const t = useMessages();
  return {
    action: store && (() => store.stopWaiting()),
    label: t("preview.stopWaiting"),
    hidden: !store || state.status !== "running",
  };
});
