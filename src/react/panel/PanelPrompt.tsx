"use client";
import { ConfigForm } from "../config-form/index.js";
import { ModeSwitch } from "../mode-switch/index.js";
import type { ModeSwitchRootProps } from "../mode-switch/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { PanelEditor } from "./PanelEditor.js";
import { PanelModes } from "./PanelModes.js";

/**
 * Prompt of the node: the switch of modes, the editor of each, advice, and what Auto sends. Renders the `<div>` of
 * `ModeSwitch.Root`.
 */
export const PanelPrompt = createPanelPart<ModeSwitchRootProps>("Panel.Prompt", ModeSwitch.Root, () => ({
  children: (
    <>
      <PanelModes />
      <PanelEditor mode="manual" />
      <PanelEditor mode="prompt_ai" />
      <PanelEditor mode="auto" />
      <ConfigForm.Hints />
      <ConfigForm.SentData />
    </>
  ),
}));
