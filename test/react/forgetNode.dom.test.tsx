import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodePanel } from "image-generation-node";
import { forgetNode } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { createStorage } from "../client/generationStore.js";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";
import type { NodeOptions } from "./renderNode.js";

const config = createImageNodeConfig({ prompt: { template: "A cat" } });

function renderNode(options: NodeOptions) {
  const fake = options.fake ?? createFakeClient();
  const panel = (scope: NodeOptions) => (
    <Node {...scope} fake={fake}>
      <ImageNodePanel defaultValue={config} />
    </Node>
  );
  const view = render(panel(options));
  return { fake, change: (next: NodeOptions) => view.rerender(panel(next)) };
}

async function startRun(fake: ReturnType<typeof createFakeClient>) {
  await userEvent.click(await screen.findByRole("button", { name: "Generate" }));
  await waitFor(() => expect(fake.runs).toHaveLength(1));
}

describe("a node that is deleted, and whose id is used again", () => {
  it("leaves nothing, whatever it was doing", async () => {
    const storage = createStorage();
    const { fake } = renderNode({ storage });
    await startRun(fake);
    forgetNode(storage, "n4");
    cleanup();
    await act(async () => fake.run().succeed());
    expect(storage.entries.size).toBe(0);
    renderNode({ storage });
    expect(await screen.findByRole("button", { name: "Generate" })).toBeEnabled();
    expect(screen.queryByRole("img")).toBeNull();
  });

  it("leaves its images no more than its run, and other nodes keep theirs", async () => {
    const storage = createStorage();
    for (const nodeId of ["n4", "n5"]) {
      const { fake } = renderNode({ storage, nodeId });
      await startRun(fake);
      await act(async () => fake.run().succeed());
      await screen.findByRole("img");
      cleanup();
    }
    const before = storage.entries.size;
    forgetNode(storage, "n4");
    expect(storage.entries.size).toBe(before / 2);
    expect([...storage.entries.keys()].every((name) => name.endsWith(":n5"))).toBe(true);
  });

  it("shows nothing that was made before it", async () => {
    const storage = createStorage();
    const { fake, change } = renderNode({ storage });
    await startRun(fake);
    await act(async () => fake.run().succeed());
    await screen.findByRole("img");
    const createdAt = Date.now() + 1000;
    change({ storage, createdAt });
    expect(screen.queryByRole("img")).toBeNull();
    cleanup();
    renderNode({ storage, createdAt });
    expect(screen.queryByRole("img")).toBeNull();
    cleanup();
    renderNode({ storage, createdAt: 1 });
    expect(await screen.findByRole("img")).toBeVisible();
  });

  it("is forgotten by a storage that may not be used, without an error", () => {
    const removeItem = () => {
      throw new Error("forbidden");
    };
    expect(() => forgetNode({ ...createStorage(), removeItem }, "n4")).not.toThrow();
  });
});
