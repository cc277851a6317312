import type { Meta, StoryObj } from "@storybook/react-vite";
import { ConfigForm } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { Catalog, Price } from "image-generation-node/contract";
import { fixtures } from "image-generation-node/testing";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { Frame } from "./support/Frame.js";
import { ScriptedProvider } from "./support/ScriptedProvider.js";
import { showCode } from "./support/showCode.js";
import code from "./code/CountAndCost.tsx?raw";

/** The catalog of the fixtures, whose first model has this price. */
function catalogOf(price: Price | undefined, kind: "ai" | "demo" = "ai"): Catalog {
  const [first, ...rest] = fixtures.catalog.imageModels;
  if (!first) throw new Error("The fixtures have an image model.");
  return { ...fixtures.catalog, imageModels: [{ ...first, kind, price }, ...rest] };
}

const cents: Price = { currency: "USD", min: "0.04", max: "0.04" };

/** The number of images beside the price and the button that pays it. */
function Count({ max, disabled, price = cents, kind }: CountProps) {
  return (
    <ScriptedProvider script={{ catalog: catalogOf(price ?? undefined, kind) }}>
      <Frame>
        <ConfigForm.Root
          defaultValue={createImageNodeConfig({ prompt: { template: "A lamp" } })}
          disabled={disabled}
          aria-label="Image Generation"
        >
          <ConfigForm.Count max={max} />
          <ConfigForm.CostEstimate />
          <ConfigForm.Generate />
        </ConfigForm.Root>
      </Frame>
    </ScriptedProvider>
  );
}

interface CountProps {
  max?: number | undefined;
  disabled?: boolean | undefined;
  /** Price of an image; `null` where it is not known. @default 0.04 USD */
  price?: Price | null | undefined;
  kind?: "ai" | "demo" | undefined;
}

const meta: Meta<typeof Count> = {
  title: "Config form/Count and cost",
  component: Count,
  parameters: showCode(code, "ConfigForm.Root"),
};
export default meta;
type Story = StoryObj<typeof Count>;

const choose = (number: number, cost: RegExp): NonNullable<Story["play"]> => {
  return async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("radio", { name: `${number} pictures` }));
    await canvas.findByRole("button", { name: `Generate ${number}` });
    await waitFor(async () => expect(canvas.getByText(cost)).toBeVisible());
  };
};

/** One image, as before. */
export const One: Story = { name: "One picture" };

/** The price of all of them stands there before anything is spent. */
export const Four: Story = { name: "Cost of four", play: choose(4, /4 × 0.04 = 0.16\u2069 USD/) };

/** A price that depends on what the model does. */
export const Range: Story = {
  name: "Cost in a range",
  args: { price: { currency: "USD", min: "0.04", max: "0.19" } },
  play: choose(3, /3 × 0.04–0.19 = 0.12–0.57\u2069 USD/),
};

/** More than four, where the host offers them. */
export const UpToEight: Story = {
  name: "Up to eight",
  args: { max: 8 },
  play: choose(8, /8 × 0.04 = 0.32\u2069 USD/),
};

/** Nothing can be chosen while nothing can be run. */
export const Disabled: Story = { args: { disabled: true } };

/** What costs nothing costs nothing four times. */
export const Free: Story = { args: { kind: "demo" }, play: choose(4, /Free demo/) };

/** What is not known is never multiplied. */
export const UnknownPrice: Story = {
  name: "Unknown price",
  args: { price: null },
  play: choose(4, /Price not known/),
};
