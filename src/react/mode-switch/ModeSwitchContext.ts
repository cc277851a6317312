"use client";
import { createStrictContext } from "../internal/createStrictContext.js";
import type { PromptMode } from "../../contract/index.js";

/** State that the parts of a mode switch share. */
export interface ModeSwitchContextValue {
  mode: PromptMode;
  /** Modes that the back end offers; all three while the catalog is not known. */
  offered: readonly PromptMode[];
  disabled: boolean;
}

export const [ModeSwitchProvider, useModeSwitch] = createStrictContext<ModeSwitchContextValue>(
  "ModeSwitch.Root",
  "the chosen mode",
);
