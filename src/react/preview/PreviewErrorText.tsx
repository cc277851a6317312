"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { errorKey, useMessages } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useAdvice } from "./useAdvice.js";

/**
 * Text of a failure: what happened, what helps, and whether an image was charged. Renders a `<p>` element, or nothing while
 * the run is well.
 */
export const PreviewErrorText = createElementPart("Preview.ErrorText", "p", () => {
  const { state } = usePreviewContext("Preview.ErrorText");
  const t = useMessages();
  const advice = useAdvice("Preview.ErrorText");
  if (!advice) return null;
  const { reason, errors } = state.error ?? {};
  const words = errorKey(t, { kind: advice.kind, reason, errors });
  const charged = state.status === "waiting" ? undefined : state.error?.charged;
  const charge = charged === undefined ? undefined : charged === null ? "unknown" : charged ? "yes" : "no";
  return { children: `${t(`${words}.text`)}${charge ? ` ${t(`charge.${charge}`)}` : ""}` };
});
