import type { Meta, StoryObj } from "@storybook/react-vite";
import {
  ConfigForm,
  Field,
  FieldError,
  FieldLabel,
  ImageNodePanel,
  ImageNodeScope,
  Panel,
  Preview,
  useConfigForm,
  useConfigFormValue,
  useField,
} from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";
import { expect, userEvent, within } from "storybook/test";
import { Frame } from "./support/Frame.js";
import { ScriptedProvider } from "./support/ScriptedProvider.js";
import { getRunInput, upstreamSources } from "./support/upstream.js";
import { showCode } from "./support/showCode.js";
import apart from "./code/ApartPanel.tsx?raw";
import code from "./code/OwnPanel.tsx?raw";

const START = createImageNodeConfig({ prompt: { template: "A {{trigger.output.style}} fox, soft light" } });

function Host({ arrangement }: { arrangement: "composed" | "apart" }) {
  const [config, setConfig] = useState(START);
  const held = { value: config, onValueChange: setConfig };
  return (
    <ScriptedProvider>
      <ImageNodeScope
        nodeId="n4"
        nodeSlug="image_gen"
        variables={upstreamSources}
        getRunInput={getRunInput}
        context={{ credentialId: "cred_7" }}
      >
        {arrangement === "composed" ? (
          <Frame flush>
            <ImageNodePanel {...held}>
              <Panel.Form>
                <Panel.Fields>
                  <Panel.Prompt />
                  <Panel.ImageModel />
                  <BrandField />
                  <Panel.Settings />
                  <Panel.PromptModel />
                  <Panel.Row>
                    <Panel.AspectRatio />
                  </Panel.Row>
                  <ConfigForm.Error />
                </Panel.Fields>
                <Panel.Footer />
              </Panel.Form>
              <Panel.Preview>
                <Panel.PreviewHeader />
                <Panel.Stage>
                  <Panel.Frame />
                  <Preview.Feedback />
                  <Panel.Facts />
                  <Preview.Steps />
                  <Panel.Error />
                </Panel.Stage>
              </Panel.Preview>
            </ImageNodePanel>
          </Frame>
        ) : (
          <Frame flush>
            <Panel.Preview>
              <Panel.Frame />
              <Panel.Error />
            </Panel.Preview>
            <ImageNodePanel {...held}>
              <Panel.Footer />
              <Panel.Form>
                <Panel.Fields />
              </Panel.Form>
            </ImageNodePanel>
          </Frame>
        )}
      </ImageNodeScope>
    </ScriptedProvider>
  );
}

/** A field of the host's: house styles as one press. */
function BrandField() {
  return (
    <Field.Root name="style">
      <FieldLabel>House style</FieldLabel>
      <BrandButton />
      <FieldError />
    </Field.Root>
  );
}

/** The host's own look. */
const BRAND = {
  font: "inherit",
  padding: "7px 12px",
  color: "inherit",
  background: "transparent",
  border: "1px solid var(--imagenode-line-strong)",
  borderRadius: "var(--imagenode-radius)",
};

function BrandButton() {
  const { setValue, disabled } = useConfigForm();
  const { controlId } = useField();
  const isOn = useConfigFormValue("style") === "sketch";
  return (
    <button
      id={controlId}
      type="button"
      style={BRAND}
      aria-pressed={isOn}
      disabled={disabled}
      onClick={() => setValue("style", isOn ? "auto" : "sketch")}
    >
      Sketch
    </button>
  );
}

const meta: Meta<typeof Host> = {
  title: "Panel/Composed",
  component: Host,
  tags: ["!autodocs"],
  parameters: showCode(code),
};
export default meta;
type Story = StoryObj<typeof Host>;

/** No header, a field of the host's in place of the style, neither history nor provenance. */
export const Composed: Story = {
  name: "Own arrangement",
  args: { arrangement: "composed" },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const own = await canvas.findByRole("button", { name: "House style" });
    await userEvent.click(own);
    await expect(own).toHaveAttribute("aria-pressed", "true");
  },
};

/** The preview above, in a place of its own; the form without a header, its footer moved to the top. */
export const Apart: Story = {
  name: "Form and preview apart",
  args: { arrangement: "apart" },
  parameters: showCode(apart),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: /^Generate/ }));
    await expect(await canvas.findByRole("img", undefined, { timeout: 10_000 })).toBeVisible();
  },
};
