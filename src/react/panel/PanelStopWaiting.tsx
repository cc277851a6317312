"use client";
import { useId } from "react";
import type { GenerationState } from "../../client/index.js";
import { Space } from "../internal/Space.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { Preview, usePreviewContext } from "../preview/index.js";
import { useCatalog } from "../provider/index.js";
import { createPanelPart } from "./createPanelPart.js";

/**
 * Button that leaves the run to itself, with what it and the form's Cancel do to an image that may be paid already. Renders
 * the `<div>` of `Preview.Actions`, or nothing while both would do the same.
 */
export const PanelStopWaiting = createPanelPart("Panel.StopWaiting", Preview.Actions, () => {
  const { state } = usePreviewContext("Panel.StopWaiting");
  const { catalog } = useCatalog();
  const t = useMessagesWith(resultWords);
  const id = useId();
  if (state.status !== "running" || catalog?.features.runs === false) return null;
  // Without a stream nobody hears when the model is asked.
  if (catalog?.features.stream !== false && ![state, ...(state.variations ?? [])].some(isPaid)) return null;
  return {
    children: (
      <>
        <Preview.StopWaiting aria-describedby={id} />
        <Space />
        <span data-imagenode-part="panel-stop-note" id={id}>
          {t("panel.stopNote")}
        </span>
      </>
    ),
  };
});

function isPaid({ status, stage }: GenerationState): boolean {
  return status === "running" && (stage === "image" || stage === "store");
}
