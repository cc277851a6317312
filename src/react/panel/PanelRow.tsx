"use client";
import { createPanelPart } from "./createPanelPart.js";

/** Row of fields that stand beside each other where there is room. Renders a `<div>` element. */
export const PanelRow = createPanelPart("Panel.Row", "div", () => ({ "data-imagenode-part": "panel-row" }));
