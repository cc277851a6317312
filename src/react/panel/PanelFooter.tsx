"use client";
import { createPanelPart } from "./createPanelPart.js";
import { PanelCost } from "./PanelCost.js";
import { PanelGenerate } from "./PanelGenerate.js";

/**
 * Footer with the cost, a note about the run and Generate; stays in sight while the panel scrolls. Stands anywhere in
 * the form. Renders a `<div>` element.
 */
export const PanelFooter = createPanelPart("Panel.Footer", "div", () => ({
  "data-imagenode-part": "panel-foot",
  children: (
    <>
      <PanelCost />
      <PanelGenerate />
    </>
  ),
}));
