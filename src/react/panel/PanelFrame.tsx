"use client";
import { useContext } from "react";
import { useMessages } from "../messages/index.js";
import { Preview, showsVariations, usePreviewContext } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { ImageIcon } from "./icons.js";
import { PanelOptionsContext } from "./PanelOptionsContext.js";

/**
 * Box of the image with what stands in and over it. Renders the `<div>` of `Preview.Frame`, or nothing where something
 * else takes the place: the error after a failure without an image, or several images to choose from.
 */
export const PanelFrame = createPanelPart("Panel.Frame", Preview.Frame, () => {
  const t = useMessages();
  const { examples } = useContext(PanelOptionsContext);
  const preview = usePreviewContext("Panel.Frame");
  const { state, generation } = preview;
  if (showsVariations(preview)) return null;
  if (!generation && state.status !== "idle" && state.status !== "running") return null;
  return {
    children: (
      <>
        <Preview.Empty>
          <ImageIcon size={28} />
          <span data-imagenode-part="words">{t("preview.empty")}</span>
        </Preview.Empty>
        <Preview.Examples examples={examples} />
        <Preview.PartialImage />
        <Preview.Image />
        <Preview.Progress />
        <Preview.LinkNotice />
        <Preview.ZoomTrigger />
      </>
    ),
  };
});
