"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { cancelRun, useCatalog } from "../provider/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/** Ends the run on the back end. Renders a `<button>` element while there is a run to end. */
export const PreviewCancel = createActionButton("Preview.Cancel", () => {
  const { state, store } = usePreviewContext("Preview.Cancel");
  const { catalog } = useCatalog();
  const t = useMessagesWith(resultWords);
  const waiting = state.status === "waiting" && catalog?.features.runs !== false;
  return {
    action: store && (() => cancelRun(store, catalog)),
    label: t("preview.cancel"),
    hidden: !store || !(state.status === "running" || waiting),
  };
});
