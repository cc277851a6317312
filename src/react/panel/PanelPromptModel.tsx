"use client";
import { PromptModelSelectRoot } from "../catalog-select/index.js";
import { useConfigFormValue } from "../config-form/index.js";
import { createPanelSelect } from "./createPanelSelect.js";

/**
 * Select of the model that writes the prompt, in the modes that have one. Children stand inside of
 * `PromptModelSelect.Root`. Renders the `<div>` of `Field.Root`, or nothing in Manual.
 */
export const PanelPromptModel = createPanelSelect(
  "Panel.PromptModel",
  PromptModelSelectRoot,
  "promptModel",
  () => useConfigFormValue("prompt.mode") !== "manual",
);
