"use client";
import { createPanelPart } from "./createPanelPart.js";
import { PanelCost } from "./PanelCost.js";
import { PanelCount } from "./PanelCount.js";
import { PanelGenerate } from "./PanelGenerate.js";

/**
 * Footer with the cost, the credits that are left, a note about the run, the number of images and Generate; stays in sight while
 * the panel scrolls. Stands anywhere in the form. Renders a `<div>` element.
 */
export const PanelFooter = createPanelPart("Panel.Footer", "div", () => ({
  "data-imagenode-part": "panel-foot",
  children: (
    <>
      <PanelCost />
      <PanelCount />
      <PanelGenerate />
    </>
  ),
}));
