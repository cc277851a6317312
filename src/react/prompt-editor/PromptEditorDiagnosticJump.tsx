"use client";
import { createActionButton, type ActionButtonProps } from "../internal/createActionButton.js";
import { useMessages } from "../messages/index.js";
import { useDiagnostic } from "./DiagnosticContext.js";
import { usePromptEditor } from "./PromptEditorContext.js";

/** Says what is wrong, and selects the place in the text when it is pressed. Renders a `<button>`. */
export const PromptEditorDiagnosticJump = createActionButton("PromptEditor.DiagnosticJump", () => {
  const { editor, disabled } = usePromptEditor("PromptEditor.DiagnosticJump");
  const { code, path, suggestion, params, range } = useDiagnostic("PromptEditor.DiagnosticJump");
  const t = useMessages();
  const key = code === "unknown_variable" && suggestion ? `${code}_suggestion` : code;
  return {
    label: t(`promptEditor.${key}`, { path, suggestion, ...params }),
    action: disabled ? null : () => editor.whenReady((ready) => ready.select(range)),
  };
});

/** Props of {@link PromptEditorDiagnosticJump}. */
export type PromptEditorDiagnosticJumpProps = ActionButtonProps;
