"use client";
import { Preview, usePreviewContext } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { PanelDetails } from "./PanelDetails.js";
import { PanelError } from "./PanelError.js";
import { PanelFacts } from "./PanelFacts.js";
import { PanelHistory } from "./PanelHistory.js";
import { PanelPicture } from "./PanelPicture.js";
import { PanelStopWaiting } from "./PanelStopWaiting.js";
import { PanelWrittenPrompt } from "./PanelWrittenPrompt.js";

/**
 * Stage of the preview: the image in a place that keeps its height, what can be done with it and what is known about it, how
 * the run goes or ended, earlier images, and the rest behind "Details". Renders a `<div>` element.
 *
 * @example
 * <Panel.Stage>
 *   <Panel.Picture />
 *   <Preview.Feedback />
 *   <Panel.Facts />
 *   <Preview.Steps />
 *   <Panel.Details />
 * </Panel.Stage>
 */
export const PanelStage = createPanelPart("Panel.Stage", "div", () => ({
  "data-imagenode-part": "panel-stage",
  children: (
    <>
      <Preview.Pinned />
      <PanelPicture />
      <Preview.Feedback />
      <PanelFacts />
      <Preview.Warnings />
      <Preview.Steps />
      <PanelStopWaiting />
      {usePreviewContext("Panel.Stage").generation && <PanelError />}
      <Preview.Late />
      <PanelHistory />
      <PanelWrittenPrompt />
      <PanelDetails />
    </>
  ),
}));
