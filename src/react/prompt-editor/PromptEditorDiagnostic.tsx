"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef } from "react";
import type { LiHTMLAttributes } from "react";
import { useMessages } from "../messages/index.js";
import { useDiagnostic } from "./DiagnosticContext.js";
import { PromptEditorDiagnosticFix } from "./PromptEditorDiagnosticFix.js";

/** One problem of the text, in words. Renders an `<li>` with a button that fixes it, where that is known. */
export const PromptEditorDiagnostic = forwardRef<HTMLLIElement, PromptEditorDiagnosticProps>(
  function PromptEditorDiagnostic({ asChild, children, ...rest }, ref) {
    const diagnostic = useDiagnostic("PromptEditor.Diagnostic");
    const t = useMessages();
    const { code, severity, path, suggestion, params } = diagnostic;
    const key = code === "unknown_variable" && suggestion ? `${code}_suggestion` : code;
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
            {t(`promptEditor.${key}`, { ...params, path, suggestion })} <PromptEditorDiagnosticFix />
          </>
        )}
      </Component>
    );
  },
);

export interface PromptEditorDiagnosticProps extends LiHTMLAttributes<HTMLLIElement> {
  /** Renders the only child instead, with the part's attributes. @default false */
  asChild?: boolean | undefined;
}
