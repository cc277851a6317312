import { act, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodePanel } from "image-generation-node";
import type { ImageNodeScopeProps, MessageOverrides } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig, PinnedImage } from "image-generation-node/contract";
import { useState } from "react";
import type { ReactNode } from "react";
import { expect, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";

export const config = createImageNodeConfig({ prompt: { template: "A cat" } });
export const imageOf = (id: string, expiresAt = generationOf().image.expiresAt) =>
  generationOf({
    id,
    output: {
      ...generationOf().output,
      attachmentId: `att_${id}`,
      imageUrl: `https://pictures.example/${id}.png`,
    },
    image: { width: 1536, height: 864, expiresAt },
  });
export const pinned: PinnedImage = {
  generation: imageOf("gen_pinned"),
  config,
  pinnedAt: "2026-11-29T10:00:00.000Z",
};

export interface HostOptions {
  pinned?: PinnedImage | null;
  fake?: ReturnType<typeof createFakeClient>;
  messages?: MessageOverrides;
  scope?: Partial<ImageNodeScopeProps>;
  children?: ReactNode;
}

/** A host that saves what is pinned, as JSON, and hands it back as a new object at each render. */
export function renderHost(options: HostOptions = {}) {
  const fake = options.fake ?? createFakeClient();
  const onPinnedChange = vi.fn<(pinned: PinnedImage | null) => void>();
  const host = { setConfig: (_: ImageNodeConfig): void => undefined };
  function Host() {
    const [saved, save] = useState(JSON.stringify(options.pinned ?? null));
    const [value, setValue] = useState(config);
    host.setConfig = setValue;
    return (
      <Node
        fake={fake}
        {...(options.messages && { messages: options.messages })}
        pinned={JSON.parse(saved) as PinnedImage | null}
        onPinnedChange={(next) => {
          onPinnedChange(next);
          save(JSON.stringify(next));
        }}
        {...options.scope}
      >
        {options.children ?? <ImageNodePanel value={value} onValueChange={setValue} />}
      </Node>
    );
  }
  const view = render(<Host />);
  return { ...view, fake, onPinnedChange, host };
}

export const preview = () => within(screen.getByRole("region", { name: "Preview" }));
export const notice = () => document.querySelector('[data-imagenode-part="preview-pinned"]');
export const image = () => preview().getByRole("img");

export async function generate(fake: ReturnType<typeof createFakeClient>, id: string) {
  const before = fake.runs.length;
  await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
  await waitFor(() => expect(fake.runs).toHaveLength(before + 1));
  act(() => fake.run().succeed(imageOf(id)));
  await screen.findByText("Done");
}
