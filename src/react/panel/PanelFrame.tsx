"use client";
import { useMessages } from "../messages/index.js";
import { Preview, usePreviewContext } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { ImageIcon } from "./icons.js";
import { PanelTools } from "./PanelTools.js";

/**
 * Box of the image with what stands in and over it. Renders the `<div>` of `Preview.Frame`, or nothing after a failure
 * without an image: there is nothing to frame, and the error takes the place.
 */
export const PanelFrame = createPanelPart("Panel.Frame", Preview.Frame, () => {
  const t = useMessages();
  const { state, generation } = usePreviewContext("Panel.Frame");
  if (!generation && state.status !== "idle" && state.status !== "running") return null;
  return {
    children: (
      <>
        <Preview.Empty>
          <ImageIcon size={28} />
          <span data-imagenode-part="words">{t("preview.empty")}</span>
        </Preview.Empty>
        <Preview.PartialImage />
        <Preview.Image />
        <Preview.Progress />
        <Preview.LinkNotice />
        <Preview.ZoomTrigger />
        <PanelTools />
      </>
    ),
  };
});
