"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { usePreview } from "./PreviewContext.js";

/** The state of the run in a word, and how long it took. Renders a `<div>` element. */
export const PreviewStatus = createElementPart("Preview.Status", "div", () => {
  const { state } = usePreview("Preview.Status");
  const t = useMessages();
  const took =
    state.startedAt !== undefined && state.endedAt !== undefined
      ? state.endedAt - state.startedAt
      : undefined;
  return {
    "data-status": state.status,
    children: (
      <>
        <strong data-imagenode-part="preview-status-word">{t(`status.${state.status}`)}</strong>
        {took !== undefined && (
          <span data-imagenode-part="preview-duration" dir="auto">
            {t("preview.seconds", { seconds: Math.round(took / 100) / 10 })}
          </span>
        )}
      </>
    ),
  };
});
