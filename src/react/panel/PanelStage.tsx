"use client";
import { Preview } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { PanelError } from "./PanelError.js";
import { PanelFacts } from "./PanelFacts.js";
import { PanelFrame } from "./PanelFrame.js";
import { PanelHistory } from "./PanelHistory.js";
import { PanelReferences } from "./PanelReferences.js";
import { PanelVariations } from "./PanelVariations.js";

/**
 * Stage of the preview: the image or several to choose from, what is known about it, how the run goes or ended, earlier
 * images, and where the image comes from. Renders a `<div>` element.
 *
 * @example
 * <Panel.Stage>
 *   <Panel.Frame />
 *   <Panel.Variations />
 *   <Preview.Feedback />
 *   <Panel.Facts />
 *   <Preview.Steps />
 *   <Panel.Error />
 * </Panel.Stage>
 */
export const PanelStage = createPanelPart("Panel.Stage", "div", () => ({
  "data-imagenode-part": "panel-stage",
  children: (
    <>
      <PanelFrame />
      <PanelVariations />
      <Preview.Feedback />
      <PanelFacts />
      <PanelReferences />
      <Preview.Warnings />
      <Preview.Steps />
      <Preview.Actions>
        <Preview.StopWaiting />
      </Preview.Actions>
      <PanelError />
      <Preview.Late />
      <PanelHistory />
      <Preview.PromptPreview />
      <Preview.Stages />
      <Preview.Provenance />
    </>
  ),
}));
