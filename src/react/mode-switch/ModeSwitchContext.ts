"use client";
import { createStrictContext } from "../internal/createStrictContext.js";
import type { PromptMode } from "../../contract/index.js";

/** What the parts of a mode switch share. */
export interface ModeSwitchContextValue {
  mode: PromptMode;
  /** The modes that the back end offers; all three while nothing is known. */
  offered: readonly PromptMode[];
  disabled: boolean;
}

export const [ModeSwitchProvider, useModeSwitch] = createStrictContext<ModeSwitchContextValue>(
  "ModeSwitch.Root",
  "the chosen mode",
);
