"use client";
import { createStrictContext } from "../internal/createStrictContext.js";
import type { LockedPrompt } from "./useLockedPrompt.js";

/** Text of one stage of the prompt. */
export interface PromptStage {
  /** Stage, in the contract's words. */
  name: "template" | "resolved" | "guidance" | "written" | "sent" | "revised";
  /** Text of the stage. */
  text: string;
  /** Text of the stage before it, with which it is compared. */
  before: string | undefined;
}

interface StageContextValue {
  stage: PromptStage;
  lockedPrompt: LockedPrompt;
}

export const [StageProvider, useStage] = createStrictContext<StageContextValue>("Preview.Stages", "its text");
