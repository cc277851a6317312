"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useStage } from "./StageContext.js";

/** Stages that a model wrote: only those are worth taking over. */
const BY_MODEL: ReadonlySet<string> = new Set(["written", "revised"]);

/**
 * Takes the text of the stage around it over into Manual, and takes that back. One button for both: the focus stays where
 * it is. Renders a `<button>` element, or nothing for a text that no model wrote and where nothing can be written.
 */
export const PreviewStageUse = createActionButton("Preview.StageUse", () => {
  const { stage, lockedPrompt } = useStage("Preview.StageUse");
  const { announce } = usePreviewContext("Preview.StageUse");
  const t = useMessagesWith(resultWords);
  const { lock, undo, locked } = lockedPrompt;
  const isUsed = undo !== null && locked === stage.text;
  return {
    hidden: !lock || !BY_MODEL.has(stage.name),
    action: () => {
      if (isUsed) undo();
      else lock?.(stage.text);
      announce(t(isUsed ? "stages.undone" : "stages.used"));
    },
    state: isUsed ? "used" : "idle",
    label: t(isUsed ? "stages.undo" : "stages.use"),
  };
});
