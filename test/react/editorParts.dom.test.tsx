import { render, screen } from "@testing-library/react";
import { ConfigForm, Field, PromptEditor } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { ReactElement } from "react";
import { describe, expect, it } from "vitest";
import { itConforms } from "./conformance.js";
import { Node } from "./renderNode.js";
import { variables } from "./samples.js";

const ROOT = "PromptEditor.Root";
const inEditor = (part: ReactElement) => (
  <PromptEditor.Root defaultValue="A {{trigger.output.stile}} cat" variables={variables}>
    <PromptEditor.Highlight />
    <PromptEditor.Input aria-label="Prompt" />
    {part}
  </PromptEditor.Root>
);
const inLone = (part: ReactElement) => <PromptEditor.Root variables={variables}>{part}</PromptEditor.Root>;
const editor = (
  name: keyof typeof PromptEditor,
  part: string,
  more: { wrap?: (part: ReactElement) => ReactElement; child?: "button" | "label"; asChild?: false } = {},
) =>
  itConforms({
    name: `PromptEditor.${name}`,
    part,
    Part: PromptEditor[name],
    wrap: inEditor,
    root: ROOT,
    ...more,
  });

itConforms({
  name: ROOT,
  part: "prompt-editor-root",
  Part: PromptEditor.Root,
  wrap: (part) => part,
  root: null,
});
editor("Label", "prompt-editor-label", { child: "label" });
editor("Frame", "prompt-editor-frame");
editor("Highlight", "prompt-editor-highlight", { wrap: inLone, asChild: false });
editor("Input", "prompt-editor-input", { wrap: inLone, asChild: false });
editor("InsertButton", "prompt-editor-insert-button", { child: "button" });
// Their children are a function of what they found.
editor("Resolved", "prompt-editor-resolved", { asChild: false });
editor("Diagnostics", "prompt-editor-diagnostics", { asChild: false });

describe("<PromptEditor.Label />", () => {
  it.each([
    ["prompt.template", "manual", "Prompt"],
    ["prompt.instructions", "prompt_ai", "Instructions"],
  ] as const)("names what its field holds: %s", (name, mode, words) => {
    render(
      <ConfigForm.Root defaultValue={createImageNodeConfig({ prompt: { mode } })}>
        <Field.Root name={name}>
          <PromptEditor.Root>
            <PromptEditor.Label />
            <PromptEditor.Input />
          </PromptEditor.Root>
        </Field.Root>
      </ConfigForm.Root>,
      { wrapper: ({ children }) => <Node>{children}</Node> },
    );
    expect(screen.getByRole("textbox", { name: words })).toBeVisible();
  });
});
