"use client";
import { ConfigForm } from "../config-form/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { PanelAspectRatio } from "./PanelAspectRatio.js";
import { PanelImageModel } from "./PanelImageModel.js";
import { PanelPrompt } from "./PanelPrompt.js";
import { PanelPromptModel } from "./PanelPromptModel.js";
import { PanelReferenceImages } from "./PanelReferenceImages.js";
import { PanelRow } from "./PanelRow.js";
import { PanelSettings } from "./PanelSettings.js";
import { PanelStyle } from "./PanelStyle.js";

/**
 * Fields of the form, one below the other, with the form's error at their end. Renders a `<div>` element.
 *
 * @example
 * <Panel.Fields>
 *   <Panel.Prompt />
 *   <Panel.ImageModel />
 *   <MyBrandField />
 *   <Panel.Row>
 *     <Panel.AspectRatio />
 *     <Panel.Style />
 *   </Panel.Row>
 *   <ConfigForm.Error />
 * </Panel.Fields>
 */
export const PanelFields = createPanelPart("Panel.Fields", "div", () => ({
  "data-imagenode-part": "panel-fields",
  children: (
    <>
      <PanelPrompt />
      <PanelReferenceImages />
      <PanelImageModel />
      <PanelSettings />
      <PanelPromptModel />
      <PanelRow>
        <PanelAspectRatio />
        <PanelStyle />
      </PanelRow>
      <ConfigForm.Error />
    </>
  ),
}));
