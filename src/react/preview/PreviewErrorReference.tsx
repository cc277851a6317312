"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { getErrorActions } from "./getErrorActions.js";

/** Id of the failed request, for a report to the host. Renders a `<code>` element, or nothing where there is none to give. */
export const PreviewErrorReference = createElementPart("Preview.ErrorReference", "code", () => {
  const { state } = usePreviewContext("Preview.ErrorReference");
  const t = useMessages();
  const id = getErrorActions(state)?.tone === "bad" ? state.error?.requestId : undefined;
  return id === undefined ? null : { translate: "no", children: t("error.reference", { id }) };
});
