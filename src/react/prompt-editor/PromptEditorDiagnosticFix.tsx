"use client";
import { createActionButton, type ActionButtonProps } from "../internal/createActionButton.js";
import { useDiagnostic } from "./DiagnosticContext.js";
import { usePromptEditor } from "./PromptEditorContext.js";

/**
 * Replaces an unknown variable with the one that was probably meant, as one step of the field's undo. Renders a
 * `<button>`, or nothing where there is no suggestion.
 */
export const PromptEditorDiagnosticFix = createActionButton("PromptEditor.DiagnosticFix", () => {
  const { editor, disabled, readOnly } = usePromptEditor("PromptEditor.DiagnosticFix");
  const { diagnostic, say } = useDiagnostic("PromptEditor.DiagnosticFix");
  const { suggestion, range, path, params } = diagnostic;
  const fixable = suggestion !== undefined && path !== undefined;
  return {
    hidden: !fixable || disabled || readOnly,
    label: say("promptEditor.fix", { suggestion, ...params }),
    action: fixable ? () => editor.whenReady((ready) => ready.replaceToken(range, suggestion)) : null,
  };
});

/** Props of {@link PromptEditorDiagnosticFix}. */
export type PromptEditorDiagnosticFixProps = ActionButtonProps;
