"use client";
import { useContext } from "react";
import { createActionButton, type ActionButtonProps } from "../internal/createActionButton.js";
import { DiagnosticIdContext, useDiagnostic } from "./DiagnosticContext.js";
import { usePromptEditor } from "./PromptEditorContext.js";
import { wordDiagnostic } from "./wordDiagnostic.js";

/** Says what is wrong, and selects the place in the text when it is pressed. Renders a `<button>`. */
export const PromptEditorDiagnosticJump = createActionButton("PromptEditor.DiagnosticJump", () => {
  const { editor, disabled } = usePromptEditor("PromptEditor.DiagnosticJump");
  const { diagnostic, say } = useDiagnostic("PromptEditor.DiagnosticJump");
  const id = useContext(DiagnosticIdContext);
  return {
    label: wordDiagnostic(say, diagnostic),
    action: disabled ? null : () => editor.whenReady((ready) => ready.select(diagnostic.range)),
    attributes: { id },
  };
});

/** Props of {@link PromptEditorDiagnosticJump}. */
export type PromptEditorDiagnosticJumpProps = ActionButtonProps;
