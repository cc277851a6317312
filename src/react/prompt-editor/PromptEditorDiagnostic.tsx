"use client";
import { Space } from "../internal/Space.js";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef } from "react";
import type { LiHTMLAttributes } from "react";
import type { Diagnostic } from "../../template/index.js";
import { useDiagnostic } from "./DiagnosticContext.js";
import { PromptEditorDiagnosticFix } from "./PromptEditorDiagnosticFix.js";
import { PromptEditorDiagnosticJump } from "./PromptEditorDiagnosticJump.js";

/**
 * Describes one problem of the text, in words. Renders an `<li>` with a button that selects the place, and one that
 * fixes it where that is known.
 */
export const PromptEditorDiagnostic = forwardRef<HTMLLIElement, PromptEditorDiagnosticProps>(
  function PromptEditorDiagnostic({ asChild, children, ...rest }, ref) {
    const { code, severity } = useDiagnostic("PromptEditor.Diagnostic").diagnostic;
    const Component = asChild ? Slot : "li";
    return (
      <Component
        data-imagenode-part="prompt-editor-diagnostic"
        data-severity={severity}
        data-code={code}
        {...rest}
        ref={ref}
      >
        {children ?? (
          <>
            <PromptEditorDiagnosticJump />
            <Space />
            <PromptEditorDiagnosticFix />
          </>
        )}
      </Component>
    );
  },
);

/** Attributes of one problem. */
export interface PromptEditorDiagnosticState {
  /** @selector [data-severity] Weight of the problem; only an error stops a run. */
  severity: Diagnostic["severity"];
  /** @selector [data-code] Kind of the problem. */
  code: Diagnostic["code"];
}

/** Props of {@link PromptEditorDiagnostic}. */
export interface PromptEditorDiagnosticProps extends LiHTMLAttributes<HTMLLIElement> {
  /** Renders the only child instead, with the part's attributes. @default false */
  asChild?: boolean | undefined;
}
