"use client";
import { usePreviewContext } from "../preview/index.js";
import { Preview } from "../preview/index.js";
import { useDetailParts } from "./useDetailParts.js";

/** Prompt that is written before paying: its buttons, and what was written. */
export function PanelWrittenPrompt() {
  const parts = useDetailParts(!!usePreviewContext("Panel.Stage").promptPreview.preview);
  return (
    <>
      <Preview.PromptPreview />
      {parts && <parts.PreviewStages />}
    </>
  );
}
