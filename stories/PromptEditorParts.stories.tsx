import type { Meta, StoryObj } from "@storybook/react-vite";
import { ImageNodeProvider, PromptEditor } from "image-generation-node";
import type { TemplateLanguage, VariableSource } from "image-generation-node/template";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { Frame } from "./support/Frame.js";
import { upstreamSources } from "./support/upstream.js";
import { showCode } from "./support/showCode.js";
import code from "./code/PromptField.tsx?raw";

interface PartsProps {
  text: string;
  variables?: readonly VariableSource[] | undefined;
  language?: TemplateLanguage | undefined;
}

/** The editor with its button for browsing, its problems and its resolved text. */
function Parts({ text, variables = upstreamSources, language }: PartsProps) {
  return (
    <ImageNodeProvider baseUrl="/api/image-node">
      <Frame>
        <PromptEditor.Root variables={variables} defaultValue={text} language={language}>
          <PromptEditor.Label>Prompt</PromptEditor.Label>
          <PromptEditor.Highlight />
          <PromptEditor.Input rows={4} />
          <PromptEditor.InsertButton />
          <PromptEditor.Suggestions />
          <PromptEditor.Diagnostics />
          <PromptEditor.Resolved />
        </PromptEditor.Root>
      </Frame>
    </ImageNodeProvider>
  );
}

const meta: Meta<typeof Parts> = {
  title: "Prompt editor/Variables and errors",
  component: Parts,
  parameters: showCode(code),
};
export default meta;
type Story = StoryObj<typeof Parts>;

/** The button opens all variables as a tree; what is chosen goes to the caret. */
export const BrowseVariables: Story = { name: "Browse variables", args: { text: "A picture of " } };

const manyKeys = Object.fromEntries(Array.from({ length: 20_500 }, (_, key) => [`key_${key}`, key]));
const manyVariables = [{ slug: "import", label: "Import", sample: { output: manyKeys } }];

/** More than 20,000 variables: the tree draws few rows, and says that it does not list all. */
export const MoreThanTwentyThousand: Story = {
  name: "More than 20,000 variables",
  args: { text: "", variables: manyVariables },
};

const problems: readonly VariableSource[] = [
  ...upstreamSources,
  { slug: "later", label: "Later node", distance: -1, sample: { output: "x" } },
  { slug: "form", label: "Form", distance: 1, sample: { output: { note: "", whole: { a: 1 } } } },
];

/** Every kind of problem; each line selects its place in the text. */
export const AllProblems: Story = {
  name: "All errors in a text",
  args: {
    text: [
      "unknown {{trigger.output.stile}}",
      "late {{later.output}}",
      "object {{form.output.whole}}",
      "empty {{form.output.note}}",
      "nothing {{}}",
      "expression {{trigger.output.style | upper}}",
      "unclosed {{trigger.output.style",
    ].join("\n"),
    variables: problems,
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const late = await canvas.findByRole("button", { name: /runs later/ });
    await userEvent.click(late);
    const field = canvas.getByRole<HTMLTextAreaElement>("textbox", { name: "Prompt" });
    await expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe("{{later.output}}");
  },
};

/** The text as the sample makes it, with each value marked. */
export const Resolved: Story = {
  name: "Text with its values",
  args: { text: "A {{trigger.output.style}} illustration of {{agent.output.structured.subject}}." },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelectorAll("output mark")).toHaveLength(2));
  },
};

const percentLanguage: TemplateLanguage = {
  name: "code in percent signs",
  triggers: ["<%"],
  scan: (text) =>
    Array.from(text.matchAll(/<%([^%\r\n]*)%>/g), ({ index, 0: token, 1: code = "" }) => {
      const path = /^[a-z]+(?:\.[a-z]+)*$/.test(code.trim()) ? code.trim().split(".") : null;
      return {
        start: index,
        end: index + token.length,
        path,
        closed: true,
        fault: code.trim() ? undefined : "empty_braces",
      };
    }),
  format: (path) => `<% ${path.join(".")} %>`,
  parse: (token) => /^<% ([a-z.]+) %>$/.exec(token)?.[1]?.split(".") ?? null,
};

/** A language of the host's own, written by hand: its paths are checked, its code is marked, and braces mean nothing. */
export const OwnLanguage: Story = {
  name: "Own language",
  args: {
    text: "A <% trigger.output.style %> cat, <% mood.upper() %>, {{1 + 1}}, <% trigger.output.stile %>, <% %>",
    language: percentLanguage,
  },
  play: async ({ canvasElement }) => {
    const states = () => Array.from(canvasElement.querySelectorAll("mark"), (mark) => mark.dataset.state);
    await waitFor(() => expect(states()).toEqual(["known", "expression", "unknown", "invalid"]));
    await within(canvasElement).findByText(/filled in when the node runs/);
  },
};
