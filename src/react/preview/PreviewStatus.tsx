"use client";
import { Space } from "../internal/Space.js";
import { createElementPart } from "../internal/createElementPart.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { statusOf } from "./statusOf.js";

/**
 * Names the state of the run and the time it took; of another image than the run's while one is shown, such as an earlier
 * one or one that came late. Renders a `<div>` element.
 */
export const PreviewStatus = createElementPart("Preview.Status", "div", () => {
  const preview = usePreviewContext("Preview.Status");
  const { state, shown, generation, generationIs } = preview;
  const t = useMessagesWith(resultWords);
  const isOther = generation !== undefined && generationIs !== "current";
  const { startedAt, endedAt } = isOther && shown ? shown : state;
  const took = startedAt !== undefined && endedAt !== undefined ? endedAt - startedAt : undefined;
  return {
    "data-status": state.status,
    "data-image": isOther ? generationIs : undefined,
    children: (
      <>
        <strong data-imagenode-part="preview-status-word">{t(`status.${statusOf(preview)}`)}</strong>
        <Space />
        {state.status === "running" && state.variations && (
          <span data-imagenode-part="preview-duration" dir="auto">
            {t("variations.progress", {
              done: state.variations.filter(({ generation }) => generation).length,
              count: state.variations.length,
            })}
          </span>
        )}
        {took !== undefined && took > 0 && (
          <span data-imagenode-part="preview-duration" dir="auto">
            {t("preview.seconds", { seconds: Math.round(took / 100) / 10 })}
          </span>
        )}
      </>
    ),
  };
});

/** Attributes of the status. */
export interface PreviewStatusState {
  /** @selector [data-status] State of the run. */
  status: "idle" | "running" | "waiting" | "succeeded" | "failed" | "cancelled";
  /** @selector [data-image] Image that is shown in place of the run's own. */
  image: "previous" | "selected" | "late" | "pinned";
}
