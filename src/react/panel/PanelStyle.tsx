"use client";
import { StyleSelectRoot } from "../catalog-select/index.js";
import { createPanelSelect } from "./createPanelSelect.js";

/**
 * Select of the style with its label and its error. Children stand inside of `StyleSelect.Root`. Renders the `<div>` of
 * `Field.Root`.
 */
export const PanelStyle = createPanelSelect("Panel.Style", StyleSelectRoot, "style");
