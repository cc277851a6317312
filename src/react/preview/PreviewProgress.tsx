"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/** Names the stage that the run is in. Renders a `<div>` element while it runs. */
export const PreviewProgress = createElementPart("Preview.Progress", "div", () => {
  const { state } = usePreviewContext("Preview.Progress");
  const t = useMessages();
  if (state.status !== "running") return null;
  return { "data-stage": state.stage, children: t(`progress.${state.stage ?? "starting"}`) };
});

/** Attributes of the progress. */
export interface PreviewProgressState {
  /** @selector [data-stage] Absent before the back end names one. */
  stage: "prompt" | "image" | "store";
}
