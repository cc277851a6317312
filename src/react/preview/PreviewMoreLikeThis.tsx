"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { useFormBridge } from "../provider/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Makes more images with the settings of the shown one, as many as the form asks for, with another seed where the model
 * has one. The form stays as it is. Renders a `<button>` element inside of a form, where the settings of the image are
 * known.
 */
export const PreviewMoreLikeThis = createActionButton("Preview.MoreLikeThis", () => {
  const { state, shown } = usePreviewContext("Preview.MoreLikeThis");
  const t = useMessagesWith(resultWords);
  const runLike = useFormBridge()?.values?.runLike;
  const config = shown?.config;
  return {
    action: runLike && config ? () => runLike(config) : null,
    busy: state.status === "running",
    label: t("preview.moreLikeThis"),
    hidden: !runLike || !config,
  };
});
