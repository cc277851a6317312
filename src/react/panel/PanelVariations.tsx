"use client";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { Preview } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { ZoomIcon } from "./resultIcons.js";

/**
 * Several images to choose from, with a button over the chosen one that enlarges it. Renders the `<div>` of
 * `Preview.Variations`, or nothing while a single image is shown.
 */
export const PanelVariations = createPanelPart("Panel.Variations", Preview.Variations, () => {
  const t = useMessagesWith(resultWords);
  return {
    children: (
      <Preview.ZoomTrigger title={t("zoom.open")}>
        <ZoomIcon />
      </Preview.ZoomTrigger>
    ),
  };
});
