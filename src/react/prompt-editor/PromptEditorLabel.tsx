"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, memo } from "react";
import type { LabelHTMLAttributes } from "react";
import { dataFlag } from "../internal/dataFlag.js";
import { editorWords, useWords } from "../messages/index.js";
import { usePromptEditor } from "./PromptEditorContext.js";

/** Names what the text field holds: a prompt, or in a form the instructions. Renders a `<label>`. */
export const PromptEditorLabel = memo(
  forwardRef<HTMLLabelElement, PromptEditorLabelProps>(function PromptEditorLabel(
    { asChild, children, ...rest },
    ref,
  ) {
    const { inputId, label, disabled } = usePromptEditor("PromptEditor.Label");
    const t = useWords(editorWords);
    const Component = asChild ? Slot : "label";
    return (
      <Component
        htmlFor={inputId}
        data-imagenode-part="prompt-editor-label"
        data-disabled={dataFlag(disabled)}
        {...rest}
        ref={ref}
      >
        {children ?? label ?? t("promptEditor.label")}
      </Component>
    );
  }),
);

/** Attributes of the label. */
export interface PromptEditorLabelState {
  /** @selector [data-disabled] While the text can't be used. */
  disabled: boolean;
}

/** Props of {@link PromptEditorLabel}. */
export interface PromptEditorLabelProps extends LabelHTMLAttributes<HTMLLabelElement> {
  /** Renders the only child instead, with the part's attributes. @default false */
  asChild?: boolean | undefined;
}
