import { fireEvent, screen } from "@testing-library/react";
import { PromptEditor } from "image-generation-node";
import { useEffect } from "react";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { beforeAll } from "vitest";
import { itConforms } from "./conformance.js";
import { variables } from "./samples.js";

// A page has them long before somebody types; on a busy machine these tests would be first.
beforeAll(() =>
  Promise.all([
    import("../../src/react/prompt-editor/editor/createCompletion.js"),
    import("../../src/react/prompt-editor/analysis/index.js"),
  ]),
);

/** Types into the field beside it, which opens the list. */
function Typed({ text, children }: { text: string; children: ReactNode }) {
  useEffect(() => {
    const timer = setTimeout(() => {
      const field = screen.getByLabelText("Prompt");
      field.focus();
      fireEvent.change(field, { target: { value: text } });
    });
    return () => clearTimeout(timer);
  }, [text]);
  return children;
}

/** An editor whose list is open, with one row where something matches. */
const listed = (text: string, list: ComponentProps<typeof PromptEditor.Suggestions>) => (
  <PromptEditor.Root variables={variables}>
    <Typed text={text}>
      <PromptEditor.Input aria-label="Prompt" />
      <PromptEditor.Suggestions {...list} />
    </Typed>
  </PromptEditor.Root>
);
const inList = (part: ReactElement) => listed("{{mood", { children: () => part });
const inRow = (part: ReactElement) =>
  listed("{{mood", { children: () => <PromptEditor.Suggestion>{part}</PromptEditor.Suggestion> });

/** An editor whose text has one problem. */
const diagnosed = (render: () => ReactNode) => (
  <PromptEditor.Root defaultValue="A {{trigger.output.stile}} cat" variables={variables}>
    <PromptEditor.Input aria-label="Prompt" />
    <PromptEditor.Diagnostics>{render}</PromptEditor.Diagnostics>
  </PromptEditor.Root>
);
const inProblems = (part: ReactElement) => diagnosed(() => part);
const inProblem = (part: ReactElement) =>
  diagnosed(() => <PromptEditor.Diagnostic>{part}</PromptEditor.Diagnostic>);

const editor = (
  name: keyof typeof PromptEditor,
  part: string,
  wrap: (part: ReactElement) => ReactElement,
  root: "Root" | "Suggestions" | "Diagnostics",
  more: { child?: "button"; asChild?: false } = {},
) =>
  itConforms({
    name: `PromptEditor.${name}`,
    part: `prompt-editor-${part}`,
    Part: PromptEditor[name],
    wrap,
    root: `PromptEditor.${root}`,
    ...more,
  });
const button = { child: "button" } as const;

const alone = (part: ReactElement) => <PromptEditor.Root variables={variables}>{part}</PromptEditor.Root>;
// Its children are a function of what was found.
editor("Suggestions", "suggestions", alone, "Root", { asChild: false });
editor("Suggestion", "suggestion", inList, "Root");
editor("SuggestionType", "suggestion-type", inRow, "Suggestions");
editor("SuggestionPath", "suggestion-path", inRow, "Suggestions");
editor("SuggestionValue", "suggestion-value", inRow, "Suggestions");
editor("SuggestionSource", "suggestion-source", inRow, "Suggestions");
editor("Empty", "empty", (part) => listed("{{nothing", { empty: part }), "Suggestions");
editor("Hint", "hint", (part) => listed("{{mood", { hint: part }), "Suggestions");
editor("Diagnostic", "diagnostic", inProblems, "Diagnostics");
editor("DiagnosticJump", "diagnostic-jump", inProblem, "Root", button);
editor("DiagnosticFix", "diagnostic-fix", inProblem, "Root", button);
