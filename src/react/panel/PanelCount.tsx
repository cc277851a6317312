"use client";
import { useContext } from "react";
import { ConfigForm } from "../config-form/index.js";
import type { ConfigFormCountProps } from "../config-form/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { PanelOptionsContext } from "./PanelOptionsContext.js";

/**
 * Number of images that the next Generate makes, up to the `maxCount` of the panel. Renders the `<div>` of
 * `ConfigForm.Count`, or nothing where that is 1.
 */
export const PanelCount = createPanelPart<ConfigFormCountProps>("Panel.Count", ConfigForm.Count, () => ({
  max: useContext(PanelOptionsContext).maxCount,
}));
