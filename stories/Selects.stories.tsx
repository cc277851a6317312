import type { Meta, StoryObj } from "@storybook/react-vite";
import {
  AspectRatioSelect,
  ConfigForm,
  ImageModelSelect,
  PromptModelSelect,
  StyleSelect,
} from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { fixtures } from "image-generation-node/testing";
import type { Script } from "image-generation-node/testing";
import { useState } from "react";
import { expect, screen, userEvent, within } from "storybook/test";
import { CatalogSelectParts as PartsInside } from "./support/CatalogSelectParts.js";
import { Frame } from "./support/Frame.js";
import { ScriptedProvider } from "./support/ScriptedProvider.js";
import { showCode } from "./support/showCode.js";
import { FourSelects } from "./code/FourSelects.js";
import code from "./code/FourSelects.tsx?raw";

const FAMILIES = [ImageModelSelect, PromptModelSelect, AspectRatioSelect, StyleSelect];

function Selects({ config: initial, script }: { config: ImageNodeConfig; script?: Script | undefined }) {
  const [config, setConfig] = useState(initial);
  return (
    <ScriptedProvider script={script}>
      <Frame>
        <ConfigForm.Root value={config} onValueChange={setConfig}>
          {FAMILIES.map((Select, index) => (
            <Select.Root key={index}>
              <PartsInside />
            </Select.Root>
          ))}
        </ConfigForm.Root>
      </Frame>
    </ScriptedProvider>
  );
}

const meta: Meta<typeof Selects> = {
  title: "Selects/States",
  component: Selects,
  args: { config: createImageNodeConfig({ prompt: { mode: "auto" } }) },
  parameters: showCode(code),
};
export default meta;
type Story = StoryObj<typeof Selects>;

/** Image model, prompt model, aspect ratio and style, with nothing chosen. */
export const Defaults: Story = { name: "All four" };

/** Each style says what it does. */
export const ChoosingAStyle: Story = {
  name: "Choosing a style",
  play: async ({ canvasElement }) => {
    const trigger = await within(canvasElement).findByRole("combobox", { name: "Style" });
    await userEvent.click(trigger);
    await userEvent.click(await screen.findByRole("option", { name: /^Watercolor/ }));
    await expect(trigger).toHaveTextContent("Watercolor");
  },
};

/** A model that draws squares only: the other ratios say why they can't be chosen. */
export const UnsupportedRatio: Story = {
  name: "Unsupported ratio",
  args: { config: createImageNodeConfig({ imageModel: "acme/square-only", aspectRatio: "landscape" }) },
};

/** A model that the workspace no longer offers stays what it is. */
export const RetiredModel: Story = {
  name: "Retired model",
  args: { config: createImageNodeConfig({ imageModel: "openai/dall-e-3" }) },
};

/** A workspace without any model. */
export const NoModels: Story = { name: "No models", args: { script: { catalog: fixtures.emptyCatalog } } };

/** One wrapper of a host's for all four: each fits `CatalogSelectParts`. */
export const OneWrapper: Story = {
  name: "One wrapper for all four",
  render: () => (
    <ScriptedProvider>
      <Frame>
        <FourSelects />
      </Frame>
    </ScriptedProvider>
  ),
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole("combobox", { name: "Style" });
    await expect(within(canvasElement).getAllByRole("combobox")).toHaveLength(4);
  },
};
