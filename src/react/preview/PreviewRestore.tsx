"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useConfigWriter } from "./useConfigWriter.js";

/**
 * Writes the settings of the shown earlier image into the form, or passes them to the root's
 * `onConfigChange`. Renders a `<button>` element while an earlier or a pinned image with known settings is shown.
 */
export const PreviewRestore = createActionButton("Preview.Restore", () => {
  const { shown, generationIs, announce } = usePreviewContext("Preview.Restore");
  const writer = useConfigWriter("Preview.Restore");
  const t = useMessagesWith(resultWords);
  const config = shown?.config;
  const restore = () => {
    if (!config) return;
    writer?.write(config);
    announce(t("history.restored"));
  };
  return {
    action: restore,
    label: t("history.restore"),
    hidden: (generationIs !== "selected" && generationIs !== "pinned") || !config || !writer,
  };
});
