"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { usePreview } from "./PreviewContext.js";

/** Says what the run is doing now. Renders a `<div>` element while it runs. */
export const PreviewProgress = createElementPart("Preview.Progress", "div", () => {
  const { state } = usePreview("Preview.Progress");
  const t = useMessages();
  if (state.status !== "running") return null;
  return { "data-stage": state.stage, children: t(`progress.${state.stage ?? "starting"}`) };
});

/** Attributes that say what the run does now. */
export interface PreviewProgressState {
  /** @selector [data-stage] Absent before the back end said one. */
  stage: "prompt" | "image" | "store";
}
