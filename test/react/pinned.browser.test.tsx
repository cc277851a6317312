import "@testing-library/jest-dom/vitest";
import "image-generation-node/styles.css";
import { render, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { ImageNodePanel } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { PinnedImage } from "image-generation-node/contract";
import { createPng } from "image-generation-node/testing";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";
import { openActions } from "./openFolds.js";

const config = createImageNodeConfig({ prompt: { template: "A cat" }, aspectRatio: "landscape" });
const { output } = generationOf();
const pixels = { width: 1536, height: 864 };
const ENDED = "2026-01-01T00:00:00Z";

beforeEach(() => page.viewport(900, 900));

describe("a pinned picture whose link has ended", () => {
  it("is seen by a fresh link, is never asked for by the old one, and is unpinned by keyboard", async () => {
    const imageUrl = URL.createObjectURL(new Blob([createPng(pixels)], { type: "image/png" }));
    const fake = createFakeClient();
    fake.client.refreshUrl = (id) => {
      fake.calls.refreshUrl += 1;
      expect(id).toBe(output.attachmentId);
      return Promise.resolve({ imageUrl, expiresAt: new Date(Date.now() + 86_400_000).toISOString() });
    };
    const old = URL.createObjectURL(new Blob(["gone"]));
    URL.revokeObjectURL(old);
    const pinned: PinnedImage = {
      generation: generationOf({
        output: { ...output, imageUrl: old },
        image: { ...pixels, expiresAt: ENDED },
      }),
      config,
    };
    const onPinnedChange = vi.fn();
    render(
      <Node fake={fake} pinned={pinned} onPinnedChange={onPinnedChange}>
        <ImageNodePanel defaultValue={config} />
      </Node>,
    );
    const preview = within(screen.getByRole("region", { name: "Preview" }));
    const image = await preview.findByRole<HTMLImageElement>("img");
    await waitFor(() => expect(image.naturalWidth).toBe(pixels.width));
    expect(image).toHaveAttribute("data-state", "pinned");
    expect(fake.calls.refreshUrl).toBe(1);
    expect(fake.runs).toHaveLength(0);

    await openActions();
    const pin = await preview.findByRole("button", { name: "Pin" });
    expect(pin).toHaveAttribute("aria-pressed", "true");
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
    pin.focus();
    await userEvent.keyboard(" ");
    expect(onPinnedChange).toHaveBeenCalledExactlyOnceWith(null);
  });
});
