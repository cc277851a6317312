"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, lazy, startTransition, Suspense, useMemo, useState } from "react";
import type { ButtonHTMLAttributes } from "react";
import { composeHandlers } from "../internal/composeHandlers.js";
import { composeRefs } from "../internal/composeRefs.js";
import { dataFlag } from "../internal/dataFlag.js";
import { editorWords, useWords } from "../messages/index.js";
import { usePromptEditor } from "./PromptEditorContext.js";

const VariableBrowser = lazy(() => import("./tree/VariableBrowser.js"));

/**
 * Opens a tree of all variables with search and sample values; what is chosen there goes to the caret. The tree is
 * loaded when it is first opened. Renders a `<button>`, and the tree beside it while that is open.
 */
export const PromptEditorInsertButton = forwardRef<HTMLButtonElement, PromptEditorInsertButtonProps>(
  function PromptEditorInsertButton({ asChild, children, onClick, ...rest }, ref) {
    const { editor, disabled, readOnly } = usePromptEditor("PromptEditor.InsertButton");
    const t = useWords(editorWords);
    const [open, setOpen] = useState(false);
    const [button, setButton] = useState<HTMLButtonElement | null>(null);
    const composedRef = useMemo(() => composeRefs(ref, setButton), [ref]);
    // Once the press has ended: a host that finds the pressed row gone takes it for a press outside.
    const close = () => startTransition(() => setOpen(false));
    const locked = disabled || readOnly;
    const Component = asChild ? Slot : "button";
    return (
      <>
        <Component
          type={asChild ? undefined : "button"}
          disabled={locked}
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-label={children === undefined ? t("promptEditor.insertLabel") : undefined}
          data-imagenode-part="prompt-editor-insert-button"
          data-open={dataFlag(open)}
          data-disabled={dataFlag(locked)}
          {...rest}
          onClick={composeHandlers(onClick, () => setOpen((before) => !before))}
          ref={composedRef}
        >
          {children ?? t("promptEditor.insert")}
        </Component>
        {open && button && !locked ? (
          <Suspense fallback={null}>
            <VariableBrowser editor={editor} anchor={button} onClose={close} />
          </Suspense>
        ) : null}
      </>
    );
  },
);

/** Attributes of the button. */
export interface PromptEditorInsertButtonState {
  /** @selector [data-open] The tree of variables is open. */
  open: boolean;
  /** @selector [data-disabled] Disabled or read-only. */
  disabled: boolean;
}

/** Props of {@link PromptEditorInsertButton}. */
export interface PromptEditorInsertButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Renders the only child instead, with the part's attributes and handlers. @default false */
  asChild?: boolean | undefined;
}
