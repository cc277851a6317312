"use client";
import { ConfigForm } from "../config-form/index.js";
import { createPanelPart } from "./createPanelPart.js";

/** Cost of a run, the credits that are left, and a note about the run. Renders a `<div>` element. */
export const PanelCost = createPanelPart("Panel.Cost", "div", () => ({
  "data-imagenode-part": "panel-cost",
  children: (
    <>
      <ConfigForm.CostEstimate />
      <ConfigForm.Credits />
      <ConfigForm.RunNote />
    </>
  ),
}));
