import type { Meta, StoryObj } from "@storybook/react-vite";
import { ImageNodePanel, ImageNodeScope, Preview } from "image-generation-node";
import type { MessageOverrides } from "image-generation-node";
import type { ImageNodeConfig, PinnedImage } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { useState } from "react";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import { entryOf, succeededWith } from "./support/entries.js";
import type { EntryOptions } from "./support/entries.js";
import { fixedStore } from "./support/fixedStore.js";
import { Frame } from "./support/Frame.js";
import { ScriptedProvider } from "./support/ScriptedProvider.js";
import { getRunInput, upstreamSources } from "./support/upstream.js";
import { showCode } from "./support/showCode.js";
import face from "./code/PinnedFace.tsx?raw";
import code from "./code/PinnedNode.tsx?raw";

const save = fn();
const MADE: EntryOptions = { id: "gen_made" };
const OTHER: EntryOptions = { id: "gen_other", look: "dawn" };
const configOf = (options: EntryOptions) => entryOf(options).config as ImageNodeConfig;
const toPinned = (options: EntryOptions): PinnedImage => {
  const { generation, config } = entryOf(options);
  const gone = { ...generation, image: { ...generation.image, expiresAt: "2026-01-01T00:00:00Z" } };
  return {
    generation: options.id === "gen_gone" ? gone : generation,
    config,
    pinnedAt: "2026-11-20T10:15:00.000Z",
  };
};

/** A node whose host saves what is pinned. */
function PinnedNode({ pinned: saved, made, style = "watercolor", messages, face = false }: PinnedNodeProps) {
  const [pinned, setPinned] = useState(() => (saved ? toPinned(saved) : null));
  const [config, setConfig] = useState(() => ({ ...configOf(MADE), style }));
  const [store] = useState(() => fixedStore(made ? succeededWith(entryOf(made)) : { status: "idle" }));
  const onPinnedChange = (next: PinnedImage | null) => {
    save(next);
    setPinned(next);
  };
  return (
    <ScriptedProvider messages={messages}>
      <ImageNodeScope
        nodeId="n4"
        nodeSlug="image_gen"
        nodeName={messages ? undefined : "Image Generation"}
        variables={upstreamSources}
        getRunInput={getRunInput}
        generation={store}
        pinned={pinned}
        onPinnedChange={onPinnedChange}
      >
        <Frame flush={!face}>
          {face ? (
            <Preview.Root config={config} style={{ display: "grid", gap: 10 }}>
              <Preview.Pinned />
              <Preview.Frame>
                <Preview.Empty />
                <Preview.Image />
                <Preview.LinkNotice />
              </Preview.Frame>
              <Preview.Actions>
                <Preview.Pin />
              </Preview.Actions>
              <Preview.Announcer />
            </Preview.Root>
          ) : (
            <ImageNodePanel value={config} onValueChange={setConfig} />
          )}
        </Frame>
      </ImageNodeScope>
    </ScriptedProvider>
  );
}

interface PinnedNodeProps {
  /** Image that the host has saved as pinned. By default none. */
  pinned?: EntryOptions | undefined;
  /** Image that the node has made in this page. By default none. */
  made?: EntryOptions | undefined;
  /** Style of the node now. @default "watercolor", as the images were made */
  style?: string | undefined;
  messages?: MessageOverrides | undefined;
  /** Only what stands on the node itself. @default false */
  face?: boolean | undefined;
}

const meta: Meta<typeof PinnedNode> = {
  title: "Preview/Pin",
  component: PinnedNode,
  parameters: showCode(code),
};
export default meta;
type Story = StoryObj<typeof PinnedNode>;

/** Pin stands under More. The host gets the image and its configuration, and saves both. */
export const NotPinned: Story = {
  name: "Not pinned",
  args: { made: MADE },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "More actions" }));
    const pin = await canvas.findByRole("button", { name: "Pin" });
    await expect(pin).toHaveAttribute("aria-pressed", "false");
    await userEvent.click(pin);
    await expect(save).toHaveBeenLastCalledWith(
      expect.objectContaining({
        generation: expect.objectContaining({ id: "gen_made" }) as unknown,
        config: configOf(MADE),
      }),
    );
    await userEvent.click(await canvas.findByRole("button", { name: "Unpin" }));
    await expect(save).toHaveBeenLastCalledWith(null);
    await expect(pin).toHaveAttribute("aria-pressed", "false");
  },
};

/** The shown picture is the one that test runs use. */
export const Pinned: Story = { args: { made: MADE, pinned: MADE } };

/** Another image is shown than the one that test runs use. */
export const AnotherShown: Story = {
  name: "Another shown",
  args: { made: MADE, pinned: OTHER },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Show it" }));
    await userEvent.click(await canvas.findByRole("button", { name: "Show the newest" }));
    await expect(canvas.getByRole("button", { name: "Show it" })).toBeVisible();
  },
};

/** The node has other settings now than the pinned picture was made with. */
export const OtherSettings: Story = {
  name: "Other settings",
  args: { made: MADE, pinned: MADE, style: "sketch" },
};

/** The back end no longer has the pinned picture. */
export const Deleted: Story = {
  args: { pinned: { id: "gen_gone" } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText(/The pinned picture was deleted/)).toBeVisible());
  },
};

/** After a reload the node has made nothing in this page, and shows what is pinned. */
export const AfterAReload: Story = { name: "After a reload", args: { pinned: OTHER } };

/** The node on a canvas says that its picture is pinned. */
export const OnTheNode: Story = {
  name: "On the node",
  parameters: showCode(face),
  args: { pinned: OTHER, style: "sketch", face: true },
};

/** The same in German. */
export const InGerman: Story = {
  name: "In German",
  args: { made: MADE, pinned: OTHER, style: "sketch", messages: de },
};
