"use client";
import { useMessages } from "../messages/index.js";
import { Preview } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { ZoomIcon } from "./icons.js";
import { PanelTools } from "./PanelTools.js";

/**
 * Several images to choose from, with the tools over the chosen one. Renders the `<div>` of `Preview.Variations`, or
 * nothing while a single image is shown.
 */
export const PanelVariations = createPanelPart("Panel.Variations", Preview.Variations, () => {
  const t = useMessages();
  return {
    children: (
      <>
        <PanelTools />
        <Preview.ZoomTrigger aria-label={t("zoom.open")} title={t("zoom.open")}>
          <ZoomIcon />
        </Preview.ZoomTrigger>
      </>
    ),
  };
});
