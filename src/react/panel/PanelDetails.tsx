"use client";
import { useFold } from "../internal/useFold.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { useDetailParts } from "./useDetailParts.js";

/**
 * All that is known of the image, folded: the settings it was made with, the prompt on its way, the variables that later
 * nodes get, and where it comes from. Renders a `<details>` element, or nothing before a run.
 */
export const PanelDetails = createPanelPart("Panel.Details", "details", () => {
  const t = useMessagesWith(resultWords);
  const { state, generation } = usePreviewContext("Panel.Details");
  const { fold } = useFold();
  const parts = useDetailParts(fold.open);
  if (!generation && !state.stages) return null;
  return {
    "data-imagenode-part": "panel-details",
    ...fold,
    children: (
      <>
        <summary data-imagenode-part="panel-details-toggle">{t("panel.details")}</summary>
        {/* Not before: the prompt's text would stand in the page twice. */}
        {parts && <parts.Details />}
      </>
    ),
  };
});
