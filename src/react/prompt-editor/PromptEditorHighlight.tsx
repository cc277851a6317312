"use client";
import { forwardRef, memo, useSyncExternalStore } from "react";
import type { HTMLAttributes } from "react";
import { dataFlag } from "../internal/dataFlag.js";
import { usePromptEditor } from "./PromptEditorContext.js";
import { useAttachedRef } from "./useAttachedRef.js";

const no = () => false;

/**
 * Paints the backgrounds of the text's variables. Put it right before the input, in the same element. What it holds is
 * drawn in the browser, token by token, as `<mark data-state>`; the server renders it empty. Renders a `<div>`.
 */
export const PromptEditorHighlight = memo(
  forwardRef<HTMLDivElement, PromptEditorHighlightProps>(function PromptEditorHighlight(props, ref) {
    const { editor } = usePromptEditor("PromptEditor.Highlight");
    const unmarked = useSyncExternalStore(editor.unmarked.subscribe, editor.unmarked.get, no);
    const attachedRef = useAttachedRef(ref, editor.attachBox);
    return (
      <div
        aria-hidden="true"
        translate="no"
        data-imagenode-part="prompt-editor-highlight"
        data-unmarked={dataFlag(unmarked)}
        {...props}
        ref={attachedRef}
      />
    );
  }),
);

/** Attributes of what lies behind the text. */
export interface PromptEditorHighlightState {
  /** @selector [data-unmarked] A line of the text, or all of it, is too long to be marked. */
  unmarked: boolean;
  /** @selector [data-state] On each mark: what is known of its variable. */
  state: "expression" | "known" | "unknown" | "late" | "pending" | "invalid";
}

/** Props of {@link PromptEditorHighlight}. */
export type PromptEditorHighlightProps = Omit<HTMLAttributes<HTMLDivElement>, "children">;
