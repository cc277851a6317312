import type { Meta, StoryObj } from "@storybook/react-vite";
import {
  ConfigForm,
  Field,
  ImageModelSelect,
  ImageNodeScope,
  ModeSwitch,
  PromptEditor,
  StyleSelect,
} from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";
import { expect, userEvent, within } from "storybook/test";
import { CatalogSelectParts } from "./support/CatalogSelectParts.js";
import { Frame } from "./support/Frame.js";
import { ScriptedProvider } from "./support/ScriptedProvider.js";
import { getRunInput, upstreamSources } from "./support/upstream.js";
import { showCode } from "./support/showCode.js";
import { OwnControl as ShapeControl } from "./code/OwnControl.js";
import ownControl from "./code/OwnControl.tsx?raw";
import code from "./code/OwnForm.tsx?raw";

/** A form of a host's own arrangement, made of the same parts as the panel. */
function OwnForm({ template, readOnly }: { template: string; readOnly?: boolean | undefined }) {
  const [config, setConfig] = useState(() => createImageNodeConfig({ prompt: { template } }));
  return (
    <ScriptedProvider>
      <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={upstreamSources} getRunInput={getRunInput}>
        <Frame>
          <ConfigForm.Root
            value={config}
            onValueChange={setConfig}
            readOnly={readOnly}
            aria-label="Image Generation"
          >
            <ModeSwitch.Root>
              <ModeSwitch.List>
                <ModeSwitch.Trigger value="manual" />
                <ModeSwitch.Trigger value="auto" />
              </ModeSwitch.List>
              <ModeSwitch.Content value="manual">
                <Field.Root name="prompt.template">
                  <PromptEditor.Root>
                    <PromptEditor.Label>Prompt</PromptEditor.Label>
                    <PromptEditor.Highlight />
                    <PromptEditor.Input rows={3} />
                    <PromptEditor.Suggestions />
                    <PromptEditor.Diagnostics />
                  </PromptEditor.Root>
                  <Field.Error />
                </Field.Root>
              </ModeSwitch.Content>
              <ModeSwitch.Content value="auto" />
            </ModeSwitch.Root>
            {[ImageModelSelect, StyleSelect].map((Select, index) => (
              <Select.Root key={index}>
                <CatalogSelectParts />
              </Select.Root>
            ))}
            <ConfigForm.CostEstimate />
            <ConfigForm.Error />
            <ConfigForm.Generate />
            <ConfigForm.Reset />
          </ConfigForm.Root>
          <output aria-label="Style in the saved configuration">{config.style}</output>
        </Frame>
      </ImageNodeScope>
    </ScriptedProvider>
  );
}

const meta: Meta<typeof OwnForm> = {
  title: "Config form/Arrangement",
  component: OwnForm,
  args: { template: "A {{trigger.output.style}} lamp" },
  parameters: showCode(code, "ConfigForm.Root"),
};
export default meta;
type Story = StoryObj<typeof OwnForm>;

/** A choice reaches the host at once. */
export const OwnArrangement: Story = {
  name: "Own arrangement",
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("combobox", { name: "Style" }));
    await userEvent.click(await within(document.body).findByRole("option", { name: /^Sketch/ }));
    await expect(canvas.getByLabelText("Style in the saved configuration")).toHaveTextContent("sketch");
  },
};

/** Values can be read and copied, not changed; Generate is off. */
export const ReadOnly: Story = { name: "Read only", args: { readOnly: true } };

/** Generate says what is missing, beside the field. */
export const EmptyPrompt: Story = {
  name: "Empty prompt",
  args: { template: "" },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: /^Generate/ }));
    await expect(canvas.getByRole("textbox", { name: "Prompt" })).toBeInvalid();
  },
};

/** `useConfigForm` for controls of the host's own. */
export const OwnControl: Story = {
  name: "Own control",
  parameters: showCode(ownControl),
  render: () => (
    <ScriptedProvider>
      <Frame>
        <ConfigForm.Root defaultValue={createImageNodeConfig()} aria-label="Image Generation">
          <ShapeControl />
          <ConfigForm.Reset />
        </ConfigForm.Root>
      </Frame>
    </ScriptedProvider>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("radio", { name: "portrait" }));
    await expect(canvas.getByRole("radio", { name: "portrait" })).toBeChecked();
    await userEvent.click(canvas.getByRole("button", { name: "Reset" }));
    await expect(canvas.getByRole("radio", { name: "square" })).toBeChecked();
  },
};
