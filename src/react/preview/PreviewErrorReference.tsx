"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useAdvice } from "./useAdvice.js";

/** Id of the failed request, for a report to the host. Renders a `<code>` element, or nothing where there is none to give. */
export const PreviewErrorReference = createElementPart("Preview.ErrorReference", "code", () => {
  const { state } = usePreviewContext("Preview.ErrorReference");
  const t = useMessagesWith(resultWords);
  const advice = useAdvice("Preview.ErrorReference");
  const id = advice?.tone === "bad" ? state.error?.requestId : undefined;
  return id === undefined ? null : { translate: "no", children: t("error.reference", { id }) };
});
