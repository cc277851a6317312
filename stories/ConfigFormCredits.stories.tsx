import type { Meta, StoryObj } from "@storybook/react-vite";
import { ConfigForm, ImageNodePanel, ImageNodeScope } from "image-generation-node";
import type { MessageOverrides } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { CatalogCredits, Price } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { AccountProvider } from "./support/AccountProvider.js";
import { Frame } from "./support/Frame.js";
import { showCode } from "./support/showCode.js";
import code from "./code/CreditsLeft.tsx?raw";

const one: Price = { currency: "credits", min: 1, max: 1 };

/** What is left beside the price and the button that pays it. */
function Credits({ credits, price = one, messages }: CreditsProps) {
  return (
    <AccountProvider credits={credits} price={price} messages={messages}>
      <Frame>
        <ConfigForm.Root
          defaultValue={createImageNodeConfig({ prompt: { template: "A lamp" } })}
          aria-label="Image Generation"
        >
          <ConfigForm.Count />
          <ConfigForm.CostEstimate />
          <ConfigForm.Credits />
          <ConfigForm.Generate />
        </ConfigForm.Root>
      </Frame>
    </AccountProvider>
  );
}

interface CreditsProps {
  credits: CatalogCredits;
  /** Price of a picture. @default 1 credit */
  price?: Price | undefined;
  messages?: MessageOverrides | undefined;
}

const meta: Meta<typeof Credits> = {
  title: "Config form/Credits",
  component: Credits,
  parameters: showCode(code, "ConfigForm.Root"),
  args: { credits: { left: 12, unit: "credits" } },
};
export default meta;
type Story = StoryObj<typeof Credits>;

const shows = (words: RegExp, count?: number): NonNullable<Story["play"]> => {
  return async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    if (count) await userEvent.click((await canvas.findAllByRole("radio"))[count - 1] ?? canvasElement);
    await waitFor(async () => expect(canvas.getByText(words)).toBeVisible());
  };
};

/** What is left, beside what the run costs. */
export const Left: Story = { name: "Credits left", play: shows(/^12 credits left$/) };

/** The account is filled up again, in the page's language. */
export const FilledUp: Story = {
  name: "Filled up on a day",
  args: { credits: { left: 12, unit: "credits", resetsAt: "2031-01-01T00:00:00Z" } },
  play: shows(/^filled up on /),
};

/** Four pictures take more than is left: said before anything is sent. Generate stays usable, since the back end decides. */
export const Short: Story = {
  name: "Not enough for four",
  args: { credits: { left: 3, unit: "credits", resetsAt: "2031-01-01T00:00:00Z" } },
  play: shows(/^Not enough: 3 credits left, about 4 credits needed\.$/, 4),
};

/** A range of prices reaches beyond what is left. */
export const Unsure: Story = {
  name: "May not be enough",
  args: {
    credits: { left: 0.1, unit: "USD" },
    price: { currency: "USD", min: "0.04", max: "0.19", source: "price list" },
  },
  play: shows(/^It may not be enough: 0\.10 USD left/),
};

/** Nothing is left. */
export const Empty: Story = {
  name: "None left",
  args: { credits: { left: 0, unit: "credits", resetsAt: "2031-01-01T00:00:00Z" } },
  play: shows(/^The balance is used up\.$/),
};

/** The same in German. */
export const German: Story = {
  name: "In German",
  args: { credits: { left: 3, unit: "credits", resetsAt: "2031-01-01T00:00:00Z" }, messages: de },
  play: shows(/^Das Guthaben reicht nicht: noch 3 Credits, etwa 4 Credits nötig\.$/, 4),
};

/** Credits run low with each picture, and run out: the back end refuses the next run, and nothing was charged for it. */
export const RunsOut: Story = {
  name: "Run low and out",
  args: { credits: { left: 2, unit: "credits", resetsAt: "2031-01-01T00:00:00Z" } },
  render: ({ credits, price = one, messages }) => (
    <AccountProvider credits={credits} price={price} messages={messages}>
      <Frame wide flush>
        <ImageNodeScope nodeId="n4" nodeSlug="image_gen" nodeName="Image Generation">
          <ImageNodePanel
            defaultValue={createImageNodeConfig({ prompt: { template: "A brass lamp, soft light" } })}
          />
        </ImageNodeScope>
      </Frame>
    </AccountProvider>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const generate = async () =>
      userEvent.click(await canvas.findByRole("button", { name: "Generate" }, { timeout: 5_000 }));
    const sees = async (words: RegExp) =>
      waitFor(async () => expect(canvas.getByText(words)).toBeVisible(), { timeout: 5_000 });
    await sees(/^2 credits left$/);
    await generate();
    await sees(/^1 credit left$/);
    await generate();
    await sees(/^The balance is used up\.$/);
    await generate();
    await sees(/^The workspace has used up its credits\./);
  },
};
