"use client";
import { AspectRatioSelectRoot } from "../catalog-select/index.js";
import { createPanelSelect } from "./createPanelSelect.js";

/**
 * Select of the shape with its label and its error. Children stand inside of `AspectRatioSelect.Root`. Renders the
 * `<div>` of `Field.Root`.
 */
export const PanelAspectRatio = createPanelSelect("Panel.AspectRatio", AspectRatioSelectRoot, "aspectRatio");
