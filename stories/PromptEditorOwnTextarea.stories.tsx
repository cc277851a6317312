import type { Meta, StoryObj } from "@storybook/react-vite";
import { ReactFlow, type NodeProps } from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { useVariableAutocomplete } from "image-generation-node";
import { useState } from "react";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { Frame } from "./support/Frame.js";
import { upstreamSources } from "./support/upstream.js";
import { showCode } from "./support/showCode.js";
import code from "./code/OwnTextarea.tsx?raw";

/** A text area of the host's own, completed by the hook alone: no form, no provider, no part of the library. */
function OwnTextarea({ label }: { label: string }) {
  const [text, setText] = useState("");
  const completion = useVariableAutocomplete({
    variables: upstreamSources,
    value: text,
    onValueChange: setText,
  });
  return (
    <>
      <textarea aria-label={label} rows={3} style={{ inlineSize: "100%" }} {...completion.getInputProps()} />
      <div data-imagenode-part="prompt-editor-suggestions" {...completion.getListProps()}>
        {completion.items.map((variable, position) => (
          <div
            key={variable.path}
            data-imagenode-part="prompt-editor-suggestion"
            data-active={position === completion.activePosition ? "" : undefined}
            {...completion.getOptionProps(position)}
          >
            {variable.path}
          </div>
        ))}
      </div>
      <p role="status">{completion.status}</p>
    </>
  );
}

const nodeTypes = {
  note: (_props: NodeProps) => (
    <div style={{ inlineSize: 260, padding: 12, background: "Canvas", border: "1px solid GrayText" }}>
      <OwnTextarea label="Note" />
    </div>
  ),
};
const nodes = [{ id: "note", type: "note", position: { x: 20, y: 20 }, data: {} }];

const meta: Meta<typeof OwnTextarea> = {
  title: "Prompt editor/Own text area",
  component: OwnTextarea,
  args: { label: "Note" },
  parameters: showCode(code),
};
export default meta;
type Story = StoryObj<typeof OwnTextarea>;

async function complete(canvasElement: HTMLElement) {
  const canvas = within(canvasElement);
  const field = await canvas.findByRole<HTMLTextAreaElement>("textbox", { name: "Note" });
  await waitFor(() => expect(field).toBeVisible());
  await userEvent.click(field);
  await userEvent.keyboard("{{{{mood");
  await canvas.findByRole("option", { name: /mood/ });
  // People need longer than this to see the list and press Enter; an Enter at once would be a newline.
  await new Promise((resolve) => setTimeout(resolve, 150));
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(field).toHaveValue("{{agent.output.structured.mood}}"));
}

/** A text area of the host's, completed by `useVariableAutocomplete`. */
export const PlainTextarea: Story = {
  name: "Plain text area",
  render: (args) => (
    <Frame>
      <OwnTextarea {...args} />
    </Frame>
  ),
  play: async ({ canvasElement }) => complete(canvasElement),
};

/** Wheel and press over the field and the list stay away from the canvas. */
export const InAReactFlowNode: Story = {
  name: "In a React Flow node",
  render: () => (
    <div style={{ inlineSize: 480, blockSize: 320 }}>
      <ReactFlow
        proOptions={{ hideAttribution: true }}
        nodes={nodes}
        nodeTypes={nodeTypes}
        defaultViewport={{ x: 0, y: 0, zoom: 1 }}
      />
    </div>
  ),
  play: async ({ canvasElement }) => complete(canvasElement),
};
