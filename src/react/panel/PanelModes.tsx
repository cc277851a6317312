"use client";
import { Field } from "../field/index.js";
import { Space } from "../internal/Space.js";
import { ModeSwitch } from "../mode-switch/index.js";
import { createPanelPart } from "./createPanelPart.js";

/** Tabs of the modes with a sentence about the chosen one. Renders the `<div>` of `Field.Root`. */
export const PanelModes = createPanelPart("Panel.Modes", Field.Root, () => ({
  name: "prompt.mode",
  children: (
    <>
      <ModeSwitch.List>
        <ModeSwitch.Trigger value="manual" />
        <Space />
        <ModeSwitch.Trigger value="prompt_ai" />
        <Space />
        <ModeSwitch.Trigger value="auto" />
      </ModeSwitch.List>
      <ModeSwitch.Description />
      <Field.Error />
    </>
  ),
}));
