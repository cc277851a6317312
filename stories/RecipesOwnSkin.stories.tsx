import type { Meta, StoryObj } from "@storybook/react-vite";
import { ImageNodeScope } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";
import { expect, screen, userEvent, within } from "storybook/test";
import { MuiPanel } from "./embed/MuiPanel.js";
import { ShadcnLikeForm } from "./skins/ShadcnLikeForm.js";
import { TailwindLikeForm } from "./skins/TailwindLikeForm.js";
import "./skins/skins.css";
import { Frame } from "./support/Frame.js";
import { ScriptedProvider } from "./support/ScriptedProvider.js";
import { getRunInput, upstreamSources } from "./support/upstream.js";
import { withMuiTheme } from "./support/withMuiTheme.js";
import { showCode } from "./support/showCode.js";
import mui from "./embed/MuiPanel.tsx?raw";
import shadcn from "./skins/ShadcnLikeForm.tsx?raw";
import code from "./skins/TailwindLikeForm.tsx?raw";

/** The same parts in a host's own look. */
function OwnSkin({ skin }: { skin: "tailwind" | "shadcn" | "mui" }) {
  const [config, setConfig] = useState(() =>
    createImageNodeConfig({ prompt: { template: "A {{trigger.output.style}} lamp on a wooden table" } }),
  );
  const Form = skin === "tailwind" ? TailwindLikeForm : ShadcnLikeForm;
  return (
    <ScriptedProvider>
      <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={upstreamSources} getRunInput={getRunInput}>
        <Frame>
          <div className="skin">
            {skin === "mui" ? (
              <MuiPanel config={config} onChange={setConfig} />
            ) : (
              <Form value={config} onValueChange={setConfig} />
            )}
          </div>
        </Frame>
      </ImageNodeScope>
    </ScriptedProvider>
  );
}

const meta: Meta<typeof OwnSkin> = {
  title: "Recipes/Own skin",
  component: OwnSkin,
  parameters: showCode(code),
};
export default meta;
type Story = StoryObj<typeof OwnSkin>;

/** Utility classes on the parts, variants by `data-state`; the whole panel of README's anatomy, drawn. */
export const UtilityClasses: Story = {
  name: "Utility classes",
  args: { skin: "tailwind" },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole("button", { name: /^Generate/ }));
    await within(canvasElement).findByRole("img", { name: /lamp/ });
  },
};

/** A panel of MUI's components: each has a part on it. Drawn, with its own list open. */
export const ComponentLibrary: Story = {
  name: "Component library",
  args: { skin: "mui" },
  parameters: showCode(mui),
  decorators: [withMuiTheme],
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole("button", { name: "Draw" }));
    await within(canvasElement).findByRole("img", { name: /lamp/ });
    await userEvent.click(within(canvasElement).getByRole("combobox", { name: /Style/ }));
    await screen.findByRole("option", { name: "Sketch" });
  },
};

/** A host's own Button and Textarea, joined by `asChild`. */
export const OwnComponents: Story = {
  name: "Own components",
  args: { skin: "shadcn" },
  parameters: showCode(shadcn),
  play: async ({ canvasElement }) => {
    const style = within(canvasElement).getByRole("combobox", { name: "Style" });
    await userEvent.click(style);
    await userEvent.click(await screen.findByRole("option", { name: "Sketch" }));
    await expect(style).toHaveTextContent("Sketch");
  },
};
