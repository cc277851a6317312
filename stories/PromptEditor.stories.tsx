import type { Meta, StoryObj } from "@storybook/react-vite";
import { ImageNodeProvider, PromptEditor } from "image-generation-node";
import type { VariableSource } from "image-generation-node/template";
import { useState } from "react";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { Frame } from "./support/Frame.js";
import { upstreamSources } from "./support/upstream.js";
import { showCode } from "./support/showCode.js";
import code from "./code/PromptField.tsx?raw";

const TEMPLATE = "A {{trigger.output.style}} illustration of {{agent.output.structured.subject}}";

interface EditorProps {
  text: string;
  label?: string | undefined;
  variables?: readonly VariableSource[] | undefined;
  disabled?: boolean | undefined;
  readOnly?: boolean | undefined;
  dir?: "rtl" | undefined;
}

/** The editor by itself, without a form around it. */
function Editor({ text, label = "Prompt", variables = upstreamSources, dir, ...state }: EditorProps) {
  const [value, setValue] = useState(text);
  return (
    <ImageNodeProvider baseUrl="/api/image-node">
      <Frame>
        <div dir={dir}>
          <PromptEditor.Root variables={variables} value={value} onValueChange={setValue} {...state}>
            <PromptEditor.Label>{label}</PromptEditor.Label>
            <PromptEditor.Highlight />
            <PromptEditor.Input rows={4} />
            <PromptEditor.Suggestions />
            <PromptEditor.Diagnostics />
          </PromptEditor.Root>
        </div>
      </Frame>
    </ImageNodeProvider>
  );
}

const meta: Meta<typeof Editor> = {
  title: "Prompt editor/States",
  component: Editor,
  args: { text: TEMPLATE },
  parameters: showCode(code, "PromptEditor.Root"),
};
export default meta;
type Story = StoryObj<typeof Editor>;

/** Known variables are tinted. */
export const KnownVariables: Story = { name: "Known variables" };

/** Two braces open the list; Enter inserts the highlighted variable. */
export const Completion: Story = {
  name: "Variables completed while typing",
  args: { text: "" },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const input = canvas.getByRole<HTMLTextAreaElement>("textbox", { name: "Prompt" });
    await userEvent.click(input);
    await userEvent.keyboard("A {{{{mood");
    await canvas.findByRole("option", { name: /mood/ });
    // People need longer than this to see the list and press Enter; an Enter at once would be a newline.
    await new Promise((resolve) => setTimeout(resolve, 150));
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(input).toHaveValue("A {{agent.output.structured.mood}}"));
  },
};

/** An unknown variable is underlined, and said in words below the field. */
export const UnknownVariable: Story = {
  name: "Unknown variable",
  args: { text: "A {{trigger.output.stile}} cat" },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement).toHaveTextContent(/trigger\.output\.style/));
  },
};

/** Braces that are never closed. */
export const UnclosedBraces: Story = {
  name: "Unclosed braces",
  args: { text: "A {{trigger.output.style cat" },
};

/** The field can't be reached. */
export const Disabled: Story = { args: { disabled: true } };

/** The text can be selected and copied. */
export const ReadOnly: Story = { name: "Read only", args: { readOnly: true } };

/** Arabic text around variables that stay left to right. */
export const RightToLeft: Story = {
  name: "Right to left",
  args: { dir: "rtl", label: "Prompt", text: "صورة {{trigger.output.style}} لثعلب أحمر تحت القمر" },
};
