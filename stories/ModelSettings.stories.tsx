import type { Meta, StoryObj } from "@storybook/react-vite";
import { ConfigForm, Field, ImageModelSelect, ModelSettings } from "image-generation-node";
import type { MessageOverrides } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { ar } from "image-generation-node/messages/ar";
import { de } from "image-generation-node/messages/de";
import { useState } from "react";
import { expect, screen, userEvent, waitFor, within } from "storybook/test";
import { CatalogSelectParts } from "./support/CatalogSelectParts.js";
import { Frame } from "./support/Frame.js";
import { ScriptedProvider } from "./support/ScriptedProvider.js";
import { catalogWith, everyKind } from "./support/catalogWith.js";
import type { Settings } from "./support/catalogWith.js";
import { showCode } from "./support/showCode.js";
import code from "./code/SettingsForm.tsx?raw";

interface BoardProps {
  /** Settings of the chosen model. */
  offered?: Settings | undefined;
  /** Settings of the second model. */
  others?: Settings | undefined;
  /** Saved values. */
  saved?: ImageNodeConfig["settings"];
  messages?: MessageOverrides | undefined;
  readOnly?: boolean | undefined;
  disabled?: boolean | undefined;
}

/** The settings with what changes with them: the model and the price. */
function SettingsBoard({ offered = everyKind, others, saved, messages, readOnly, disabled }: BoardProps) {
  const [config, setConfig] = useState(() =>
    createImageNodeConfig({ prompt: { template: "A lamp" }, settings: saved }),
  );
  return (
    <ScriptedProvider script={{ catalog: catalogWith(offered, others) }} messages={messages}>
      <Frame>
        <ConfigForm.Root value={config} onValueChange={setConfig} readOnly={readOnly} disabled={disabled}>
          <Field.Root name="imageModel">
            <ImageModelSelect.Root>
              <CatalogSelectParts />
            </ImageModelSelect.Root>
          </Field.Root>
          <ModelSettings.Root>
            <ModelSettings.Summary />
            <ModelSettings.Fields />
            <ModelSettings.Unused />
          </ModelSettings.Root>
          <ConfigForm.CostEstimate />
          <ConfigForm.Generate />
          <ConfigForm.Error />
        </ConfigForm.Root>
      </Frame>
    </ScriptedProvider>
  );
}

const meta: Meta<typeof SettingsBoard> = {
  title: "Model settings/States",
  component: SettingsBoard,
  parameters: showCode(code, "ConfigForm.Root"),
};
export default meta;
type Story = StoryObj<typeof SettingsBoard>;

/** One control of each kind, with nothing chosen. */
export const EveryKind: Story = {
  name: "Every kind",
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("All as usual")).toBeVisible();
    await userEvent.click(canvas.getByRole("radio", { name: "High" }));
    await expect(canvas.getByText("Quality High")).toBeVisible();
    await expect(await canvas.findByText(/0\.19/)).toBeVisible();
  },
};

/** A few short choices, all in sight. */
export const FewChoices: Story = { name: "Few choices", args: { offered: { quality: everyKind.quality } } };

/** Many choices, in the list that the other selects have. */
export const ManyChoices: Story = {
  name: "Many choices",
  args: { offered: { look: everyKind.look } },
  play: async ({ canvasElement }) => {
    const look = await within(canvasElement).findByRole("combobox", { name: "Look" });
    await userEvent.click(look);
    await userEvent.click(await screen.findByRole("option", { name: "Noir" }));
    await expect(look).toHaveTextContent("Noir");
  },
};

/** On or off; a third choice where the model decides. */
export const OnOrOff: Story = {
  name: "On or off",
  args: { offered: { upscale: everyKind.upscale, tiling: everyKind.tiling } },
};

/** Whole and other numbers, by the keyboard too. */
export const Numbers: Story = {
  args: { offered: { steps: everyKind.steps, guidance: everyKind.guidance } },
  play: async ({ canvasElement }) => {
    const steps = await within(canvasElement).findByRole("spinbutton", { name: "Steps" });
    await userEvent.type(steps, "30");
    await userEvent.keyboard("{ArrowUp}{PageUp}");
    await expect(steps).toHaveValue("41");
  },
};

/** A seed, typed or drawn. */
export const Seed: Story = {
  args: { offered: { seed: everyKind.seed } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "New random seed" }));
    await expect(canvas.getByRole("spinbutton", { name: "Seed" })).not.toHaveValue("");
  },
};

/** Texts of one line and of several. */
export const Texts: Story = {
  args: {
    offered: { caption: everyKind.caption, negative_prompt: everyKind.negative_prompt },
    saved: { negative_prompt: "text, watermark\nblurred hands" },
  },
};

/** Saved values that the model does not take: each is said at its field, kept, and sent by nobody. */
export const RefusedValues: Story = {
  name: "Refused values",
  args: {
    saved: {
      quality: "ultra",
      look: "sepia",
      upscale: "yes",
      steps: 99,
      guidance: "a lot",
      caption: "x".repeat(60),
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Generate" }));
    await expect(await canvas.findByText("This model takes no number above 50.")).toBeVisible();
    await waitFor(() => expect(canvas.getByRole("radio", { name: /^ultra/ })).toHaveFocus());
  },
};

/** Saved values of another model, and one of none: kept, not sent, and removed by hand alone. */
export const UnknownNames: Story = {
  name: "Unknown names",
  args: {
    offered: { quality: everyKind.quality },
    others: { steps: everyKind.steps },
    saved: { steps: 30, cfg_scale: 7 },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Remove cfg scale" }));
    await expect(canvas.getByText("Steps 30")).toBeVisible();
    await expect(canvas.queryByText("cfg scale 7")).toBeNull();
  },
};

const folded = {
  quality: everyKind.quality,
  steps: { ...everyKind.steps, advanced: true },
  seed: { ...everyKind.seed, advanced: true },
} satisfies Settings;

/** Advanced settings are folded to what differs from the defaults. */
export const Folded: Story = { args: { offered: folded, saved: { seed: 42 } } };

/** A value that the model does not take opens the fold. */
export const FaultInTheFold: Story = {
  name: "Fault in the fold",
  args: { offered: folded, saved: { steps: 99 } },
};

/** Texts and numbers can still be selected and copied. */
export const ReadOnly: Story = {
  name: "Read only",
  args: { readOnly: true, saved: { seed: 42, caption: "Fox", gone: 1 } },
};

/** No setting can be reached. */
export const Disabled: Story = { args: { disabled: true, saved: { seed: 42, caption: "Fox", gone: 1 } } };

/** German words, a comma in numbers, and a refused value. */
export const InGerman: Story = {
  name: "In German",
  args: { messages: de, saved: { guidance: 12.5, steps: 99, gone: true } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("Dieses Modell nimmt keine Zahl über 50.")).toBeVisible();
    await expect(canvas.getByRole("spinbutton", { name: "Prompttreue" })).toHaveValue("12,5");
  },
};

/** From right to left, with the numbers of the locale. */
export const RightToLeft: Story = {
  name: "Right to left",
  args: { messages: ar, saved: { steps: 30, quality: "high", gone: "قيمة" } },
  globals: { direction: "rtl" },
};

const long = "A name that says at length what this setting does to the picture, and when";

/** Long names, long choices and long words without a space. */
export const LongLabels: Story = {
  name: "Long labels",
  args: {
    offered: {
      a: { type: "string", enum: [long, "short"], title: long },
      b: { type: "integer", minimum: 0, title: "Donaudampfschifffahrtsgesellschaftskapitänspatent" },
      c: { type: "boolean", default: true, title: long, description: `${long}. ${long}.` },
      d: { type: "string", enum: ["a", "b"], enumLabels: { a: "Left", b: "Right" }, title: long },
    },
    saved: { ["x".repeat(64)]: "y".repeat(200), c: false, b: 7 },
  },
};

/** As many as a model may have in a form of the same height. */
export const ManySettings: Story = {
  name: "Many settings",
  args: {
    offered: Object.fromEntries(
      Array.from({ length: 24 }, (_, index) => [
        `setting_${index + 1}`,
        { type: "integer", minimum: 0, maximum: 100, title: `Setting ${index + 1}`, advanced: index > 5 },
      ]),
    ),
  },
};
