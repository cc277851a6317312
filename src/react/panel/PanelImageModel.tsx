"use client";
import { ImageModelSelectRoot } from "../catalog-select/index.js";
import { createPanelSelect } from "./createPanelSelect.js";

/**
 * Select of the image model with its label and its error. Children stand inside of `ImageModelSelect.Root`. Renders the
 * `<div>` of `Field.Root`.
 */
export const PanelImageModel = createPanelSelect("Panel.ImageModel", ImageModelSelectRoot, "imageModel");
