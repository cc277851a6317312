"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, useEffect, useId, useMemo, useRef } from "react";
import type { HTMLAttributes, ReactNode } from "react";
import type { Diagnostic } from "../../template/index.js";
import { editorWords, joinSentences, useWords } from "../messages/index.js";
import type { Messages } from "../messages/index.js";
import { composeRefs } from "../internal/composeRefs.js";
import { DiagnosticIdContext, DiagnosticProvider } from "./DiagnosticContext.js";
import { NO_PROBLEMS, usePromptEditor } from "./PromptEditorContext.js";
import { PromptEditorDiagnostic } from "./PromptEditorDiagnostic.js";
import { wordDiagnostic, wordsOfForm } from "./wordDiagnostic.js";
import { useDebouncedText } from "./useDebouncedText.js";

const NONE: readonly Diagnostic[] = [];
const renderDefault = () => <PromptEditorDiagnostic />;

/**
 * Lists what is wrong with the text, once nobody has typed for 200 ms; the field is described by it. The token that is
 * being typed is left out. Renders a `<ul>`, or nothing while there is nothing to say.
 */
export const PromptEditorDiagnostics = forwardRef<HTMLUListElement, PromptEditorDiagnosticsProps>(
  function PromptEditorDiagnostics({ asChild, children, id, ...rest }, ref) {
    const { problems, maxCodePoints } = usePromptEditor("PromptEditor.Diagnostics");
    const t = useWords(editorWords);
    const ownId = useId();
    const listId = id ?? ownId;
    const analysed = useDebouncedText("PromptEditor.Diagnostics", null);
    const diagnostics = useMemo(() => analysed?.diagnose(maxCodePoints) ?? NONE, [analysed, maxCodePoints]);
    // They come with what finds the problems.
    const say = useMemo(() => analysed?.withProblemWords(t) ?? t, [analysed, t]);
    const shown = diagnostics.length > 0;
    const error = diagnostics.some(({ severity }) => severity === "error");

    const listRef = useRef<HTMLUListElement>(null);
    const refs = useMemo(() => composeRefs(listRef, ref), [ref]);
    useEffect(() => {
      const own = diagnostics.map((_, position) => `${listId}-${position}`);
      const ids = own.filter((each) => listRef.current?.querySelector(`[id="${each}"]`));
      const said = diagnostics.flatMap((diagnostic) => wordsOfForm(say, diagnostic));
      problems.set(shown ? { id: ids.length > 0 ? ids.join(" ") : listId, error, said } : NO_PROBLEMS);
    }, [problems, diagnostics, shown, error, listId, say]);
    useAnnouncedProblems(analysed ? diagnostics : null, say);
    useEffect(() => () => problems.set(NO_PROBLEMS), [problems]);

    if (!shown) return null;
    const render = children ?? renderDefault;
    const Component = asChild ? Slot : "ul";
    return (
      <Component
        aria-label={say("promptEditor.diagnostics")}
        data-imagenode-part="prompt-editor-diagnostics"
        {...rest}
        id={listId}
        ref={refs}
      >
        {diagnostics.map((diagnostic, position) => (
          <DiagnosticProvider
            key={`${diagnostic.code} ${diagnostic.range.start}`}
            value={{ diagnostic, say }}
          >
            <DiagnosticIdContext.Provider value={`${listId}-${position}`}>
              {render(diagnostic)}
            </DiagnosticIdContext.Provider>
          </DiagnosticProvider>
        ))}
      </Component>
    );
  },
);

/** Says a problem when it appears, not those that are there from the start. */
function useAnnouncedProblems(diagnostics: readonly Diagnostic[] | null, say: Messages): void {
  const { notice } = usePromptEditor("PromptEditor.Diagnostics").editor;
  const known = useRef<ReadonlySet<string>>(null);
  useEffect(() => {
    if (!diagnostics) return;
    const words = diagnostics.map((each) => wordDiagnostic(say, each));
    const fresh = known.current ? words.filter((each) => !known.current?.has(each)) : [];
    known.current = new Set(words);
    const now = notice.get();
    if (fresh.length > 0) notice.set({ problem: joinSentences(...fresh) });
    else if (now && "problem" in now && words.length === 0) notice.set(null);
  }, [diagnostics, notice, say]);
}

/** Props of {@link PromptEditorDiagnostics}. */
export interface PromptEditorDiagnosticsProps extends Omit<HTMLAttributes<HTMLUListElement>, "children"> {
  /** Renders one problem; must return a `PromptEditor.Diagnostic`. */
  children?: ((diagnostic: Diagnostic) => ReactNode) | undefined;
  /** Renders the only child instead, with the part's attributes. @default false */
  asChild?: boolean | undefined;
}
