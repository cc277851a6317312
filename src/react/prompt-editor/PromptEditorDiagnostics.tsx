"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, useEffect, useId, useMemo } from "react";
import type { HTMLAttributes, ReactNode } from "react";
import type { Diagnostic } from "../../template/index.js";
import { useMessages } from "../messages/index.js";
import { DiagnosticProvider } from "./DiagnosticContext.js";
import { NO_PROBLEMS, usePromptEditor } from "./PromptEditorContext.js";
import { PromptEditorDiagnostic } from "./PromptEditorDiagnostic.js";
import { useDebouncedText } from "./useDebouncedText.js";
import { useSettled } from "./useSettled.js";

const NONE: readonly Diagnostic[] = [];
const renderDefault = () => <PromptEditorDiagnostic />;

/**
 * Lists what is wrong with the text, once nobody has typed for 200 ms; the field is described by it. The token that is
 * being typed is left out. Renders a `<ul>`, or nothing while there is nothing to say.
 */
export const PromptEditorDiagnostics = forwardRef<HTMLUListElement, PromptEditorDiagnosticsProps>(
  function PromptEditorDiagnostics({ asChild, children, id, ...rest }, ref) {
    const { problems, maxCodePoints } = usePromptEditor("PromptEditor.Diagnostics");
    const t = useMessages();
    const ownId = useId();
    const listId = id ?? ownId;
    const debounced = useDebouncedText("PromptEditor.Diagnostics");
    const resolving = useMemo(() => {
      if (!debounced || maxCodePoints === undefined) return null;
      const { text, index, language, analysis } = debounced;
      return language.scan(text).length > 0 ? analysis.resolveWithSamples(text, index, null, language) : null;
    }, [debounced, maxCodePoints]);
    const resolved = useSettled(resolving);
    const diagnostics = useMemo(
      () => (debounced ? debounced.analysis.diagnoseText(debounced, resolved, maxCodePoints) : NONE),
      [debounced, resolved, maxCodePoints],
    );
    const shown = diagnostics.length > 0;
    const error = diagnostics.some(({ severity }) => severity === "error");

    useEffect(() => {
      problems.set(shown ? { id: listId, error } : NO_PROBLEMS);
    }, [problems, shown, error, listId]);
    useEffect(() => () => problems.set(NO_PROBLEMS), [problems]);

    if (!shown) return null;
    const render = children ?? renderDefault;
    const Component = asChild ? Slot : "ul";
    return (
      <Component
        aria-label={t("promptEditor.diagnostics")}
        data-imagenode-part="prompt-editor-diagnostics"
        {...rest}
        id={listId}
        ref={ref}
      >
        {diagnostics.map((diagnostic) => (
          <DiagnosticProvider key={`${diagnostic.code} ${diagnostic.range.start}`} value={diagnostic}>
            {render(diagnostic)}
          </DiagnosticProvider>
        ))}
      </Component>
    );
  },
);

/** Props of {@link PromptEditorDiagnostics}. */
export interface PromptEditorDiagnosticsProps extends Omit<HTMLAttributes<HTMLUListElement>, "children"> {
  /** Renders one problem; must return a `PromptEditor.Diagnostic`. */
  children?: ((diagnostic: Diagnostic) => ReactNode) | undefined;
  /** Renders the only child instead, with the part's attributes. @default false */
  asChild?: boolean | undefined;
}
