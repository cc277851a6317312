"use client";
import { Preview, usePreviewContext } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { useDetailParts } from "./useDetailParts.js";

/** Prompt that a model writes before the image is paid for: its buttons, and what was written. Renders a `<div>` element. */
export const PanelWrittenPrompt = createPanelPart("Panel.WrittenPrompt", "div", () => {
  const parts = useDetailParts(!!usePreviewContext("Panel.WrittenPrompt").promptPreview.preview);
  return {
    "data-imagenode-part": "panel-written-prompt",
    children: (
      <>
        <Preview.PromptPreview />
        {parts && <parts.PreviewStages />}
      </>
    ),
  };
});
