"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { usePreviewContext } from "./PreviewContext.js";

/** Holds the buttons of the preview. Renders a `<div>` element. */
export const PreviewActions = createElementPart("Preview.Actions", "div", () => {
  const { state } = usePreviewContext("Preview.Actions");
  return { "data-status": state.status };
});

/** Attributes of the actions. */
export interface PreviewActionsState {
  /** @selector [data-status] State of the run. */
  status: "idle" | "running" | "waiting" | "succeeded" | "failed" | "cancelled";
}
