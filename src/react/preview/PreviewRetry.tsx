"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { useElapsedSeconds } from "../internal/useElapsedSeconds.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useAdvice } from "./useAdvice.js";

/**
 * Runs again after a failure; does nothing until a back end that asked for patience takes requests again. Renders a
 * `<button>` element, or nothing where a repeat can't help, such as where `Preview.Fix` does, or once the image came late.
 */
export const PreviewRetry = createActionButton("Preview.Retry", () => {
  const { state, store } = usePreviewContext("Preview.Retry");
  const advice = useAdvice("Preview.Retry");
  const t = useMessagesWith(resultWords);
  const patience = Math.ceil((state.error?.retryAfterMs ?? 0) / 1000);
  const left = patience - useElapsedSeconds(patience > 0 ? state.endedAt : undefined);
  const wait = patience > 0 && left > 0;
  return {
    action: store && (() => void store.retry()),
    busy: wait,
    label: wait ? t("preview.retryIn", { seconds: left }) : t("preview.retry"),
    hidden: !store || state.isRepeatable === false || !advice?.retry,
  };
});
