import type { Meta, StoryObj } from "@storybook/react-vite";
import type { GenerationState } from "image-generation-node/client";
import type { ImageNodeConfigOverrides } from "image-generation-node/contract";
import { useLayoutEffect } from "react";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { entryOf, succeededWith } from "./support/entries.js";
import { forcePseudoStates } from "./support/forcePseudoStates.js";
import { PanelSample } from "./support/PanelSample.js";
import type { PanelSampleProps } from "./support/PanelSample.js";
import { showCode } from "./support/showCode.js";
import code from "./code/ImageNode.tsx?raw";
import "./support/sheet.css";

const getDone = () => succeededWith(entryOf());
const getBusy = (): GenerationState => {
  const { config, generation } = entryOf();
  const startedAt = Date.now() - 12_000;
  return {
    id: "gen_2",
    startedAt,
    stages: generation.stages,
    ...(config && { request: { config } }),
    status: "running",
    stage: "image",
  };
};
/** A text that is never closed and a shape that the model does not draw. */
const INVALID: ImageNodeConfigOverrides = {
  prompt: { template: "A {{trigger.output.style fox" },
  imageModel: "acme/square-only",
  aspectRatio: "portrait",
};

const COLUMNS: readonly Omit<PanelSampleProps, "width">[] = [
  { title: "At rest", getState: getDone },
  { title: "Hover", getState: getDone, force: "hover" },
  { title: "Focus", getState: getDone, force: "focus focus-visible" },
  { title: "Pressed", getState: getDone, force: "hover active" },
  { title: "Disabled", getState: getDone, disabled: true },
  { title: "Read only", getState: getDone, readOnly: true },
  { title: "Busy", getState: getBusy },
  { title: "Invalid", config: INVALID },
];

/** Every control in every state, side by side. */
function StateSheet() {
  useLayoutEffect(() => forcePseudoStates(document), []);
  return (
    <main className="sheet">
      {COLUMNS.map((column) => (
        <PanelSample key={column.title} {...column} width={400} />
      ))}
    </main>
  );
}

const meta: Meta<typeof StateSheet> = {
  title: "Panel/Sheet",
  component: StateSheet,
  parameters: {
    ...showCode(code),
    // A page has one panel; here eight have the same names.
    a11y: { config: { rules: [{ id: "landmark-unique", enabled: false }] } },
  },
};
export default meta;

/** Every control at rest, under the pointer, focused, pressed, disabled, read only, busy and invalid. */
export const Sheet: StoryObj<typeof StateSheet> = {
  play: async ({ canvasElement }) => {
    const column = (name: string) => within(within(canvasElement).getByRole("region", { name }));
    const outlineOf = (name: string) =>
      getComputedStyle(column(name).getByRole("button", { name: /^Generate/ })).outlineStyle;
    await column("Invalid").findByText("Square Only makes squares only.");
    await userEvent.click(column("Invalid").getByRole("button", { name: /^Generate/ }));
    await expect(outlineOf("At rest")).toBe("none");
    await expect(outlineOf("Focus")).toBe("solid");
    await waitFor(() => expect(column("Invalid").getByRole("textbox", { name: "Prompt" })).toBeInvalid());
  },
};
