"use client";
import type { ReactNode } from "react";
import type { Stages } from "../../contract/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { PreviewStage } from "./PreviewStage.js";
import { StageProvider } from "./StageContext.js";
import type { PromptStage } from "./StageContext.js";
import { useLockedPrompt } from "./useLockedPrompt.js";

const STAGES = ["template", "resolved", "guidance", "written", "sent", "revised"] as const;
const renderDefault = () => <PreviewStage />;

/**
 * Shows the prompt on its way: as configured, with values, as written (below the host's rules for writing), as sent, as
 * revised. Marks what changed and leaves out what did not. A text that a model wrote can be taken over into Manual.
 * Renders a `<dl>` element, or nothing while nothing is known; `data-state` is "preview" for a prompt that was not drawn.
 */
export const PreviewStages = createElementPart<PreviewStagesProps>(
  "Preview.Stages",
  "dl",
  ({ renderStage = renderDefault }) => {
    const { state, generation, promptPreview } = usePreviewContext("Preview.Stages");
    const lockedPrompt = useLockedPrompt();
    const t = useMessagesWith(resultWords);
    const written = promptPreview.preview?.stages;
    const stages = written ?? generation?.stages ?? state.stages;
    const rows = stages ? listRows(stages) : [];
    if (rows.length === 0) return null;
    return {
      "aria-label": t("stages.label"),
      "data-state": written ? "preview" : "run",
      children: rows.map((stage) => (
        <StageProvider key={stage.name} value={{ stage, lockedPrompt }}>
          {renderStage(stage)}
        </StageProvider>
      )),
    };
  },
  false,
  ["renderStage"],
);

function listRows(stages: Stages): readonly PromptStage[] {
  const rows: PromptStage[] = [];
  for (const name of STAGES) {
    const text = stages[name];
    // Rules are no step of the prompt: nothing is compared with them.
    const before = name === "guidance" ? undefined : rows.findLast((row) => row.name !== "guidance")?.text;
    if (text && text !== before) rows.push({ name, text, before });
  }
  return rows;
}

/** Attributes of the stages. */
export interface PreviewStagesState {
  /** @selector [data-state] "preview": written without drawing. */
  state: "run" | "preview";
}

/** Props of {@link PreviewStages}. */
export interface PreviewStagesProps extends ElementPartProps {
  /** Renders one stage; must return a `Preview.Stage`. By default the whole one. */
  renderStage?: ((stage: PromptStage) => ReactNode) | undefined;
}
