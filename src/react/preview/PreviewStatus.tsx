"use client";
import { Space } from "../internal/Space.js";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Names the state of the run and the time it took; of the earlier image while one is shown. Renders a `<div>` element.
 */
export const PreviewStatus = createElementPart("Preview.Status", "div", () => {
  const { state, shown, generationIs } = usePreviewContext("Preview.Status");
  const t = useMessages();
  const isEarlier = generationIs === "selected";
  const status = generationIs === "pinned" ? "pinned" : state.status;
  const { startedAt, endedAt } = isEarlier && shown ? shown : state;
  const took = startedAt !== undefined && endedAt !== undefined ? endedAt - startedAt : undefined;
  return {
    "data-status": state.status,
    children: (
      <>
        <strong data-imagenode-part="preview-status-word">
          {t(`status.${isEarlier && state.status !== "running" ? "selected" : status}`)}
        </strong>
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
}
