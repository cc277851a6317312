"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { errorKey, useMessages } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useAdvice } from "./useAdvice.js";

/** Title of a failure, in a few words. Renders a `<strong>` element, or nothing while the run is well. */
export const PreviewErrorTitle = createElementPart("Preview.ErrorTitle", "strong", () => {
  const { state } = usePreviewContext("Preview.ErrorTitle");
  const t = useMessages();
  const advice = useAdvice("Preview.ErrorTitle");
  if (!advice) return null;
  const { reason, errors } = state.error ?? {};
  return { children: t(`${errorKey(t, { kind: advice.kind, reason, errors })}.title`) };
});
