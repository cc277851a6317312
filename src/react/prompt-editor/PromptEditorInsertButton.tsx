"use client";
import { createActionButton, type ActionButtonProps } from "../internal/createActionButton.js";
import { useMessages } from "../messages/index.js";
import { usePromptEditor } from "./PromptEditorContext.js";

/** Opens the list of variables at the caret. Renders a `<button>`. */
export const PromptEditorInsertButton = createActionButton("PromptEditor.InsertButton", () => {
  const { editor, disabled, readOnly } = usePromptEditor("PromptEditor.InsertButton");
  const t = useMessages();
  return { label: t("promptEditor.insert"), action: disabled || readOnly ? null : () => editor.list.open() };
});

export type PromptEditorInsertButtonProps = ActionButtonProps;
