"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/** Placeholder before the first run. Renders a `<div>` element. */
export const PreviewEmpty = createElementPart("Preview.Empty", "div", () => {
  const { state, generation } = usePreviewContext("Preview.Empty");
  const t = useMessages();
  return state.status === "idle" && !generation ? { children: t("preview.empty") } : null;
});
