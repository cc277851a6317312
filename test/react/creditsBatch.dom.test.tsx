import { act, render, waitFor } from "@testing-library/react";
import type { ImageNodeClient } from "image-generation-node/client";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { generateMany } from "../../src/client/generateMany.js";
import { useCatalog, useImageNodeClient } from "../../src/react/provider/index.js";
import { createFakeClient } from "./fakeClient.js";
import { offerOf } from "./renderAccount.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => vi.useRealTimers());
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

const request = { config: createImageNodeConfig({ prompt: { template: "A lamp" } }) };

/** A page that follows its credits, and a batch of three that it runs one by one. */
async function beginBatch() {
  const fake = createFakeClient({ catalog: async () => offerOf({ credits: { left: 9, unit: "credits" } }) });
  fake.client.generateMany = (items, options) => generateMany(fake.client.generate, items, options);
  let client: ImageNodeClient | null = null;
  let isRead = false;
  function Page() {
    client = useImageNodeClient();
    isRead = useCatalog().catalog !== undefined;
    return null;
  }
  render(
    <Node fake={fake}>
      <Page />
    </Node>,
  );
  await waitFor(() => expect(isRead).toBe(true));
  // Its code is there before the first item ends.
  await act(() => import("../../src/react/provider/followCredits.js"));
  const onItem = vi.fn();
  const given = client as ImageNodeClient | null;
  const ended = given?.generateMany([request, request, request], { concurrency: 1, onItem });
  /** Lets an item end. */
  const end = async (index: number, error?: ImageNodeError) => {
    await waitFor(() => expect(fake.runs).toHaveLength(index + 1));
    await act(async () => (error ? fake.run().fail(error) : fake.run().succeed(generationOf())));
  };
  return { calls: fake.calls, ended, end, onItem };
}

describe("credits during a batch", () => {
  it("are read every ten seconds as its items end, and once it is over", async () => {
    const { calls, ended, end, onItem } = await beginBatch();
    await end(0);
    await pass(9_000);
    expect(calls.catalog).toBe(1);
    await pass(2_000);
    expect(calls.catalog).toBe(2);
    await pass(60_000);
    expect(calls.catalog).toBe(2);
    await end(1);
    await pass(11_000);
    expect(calls.catalog).toBe(3);
    await end(2);
    await pass(1_000);
    expect(calls.catalog).toBe(4);
    await ended;
    expect(onItem).toHaveBeenCalledTimes(3);
    await pass(60_000);
    expect(calls.catalog).toBe(4);
  });

  it("are read once where they run out, whatever is left undone", async () => {
    const { calls, ended, end, onItem } = await beginBatch();
    await end(0, new ImageNodeError({ kind: "credits_exhausted", charged: false }));
    await ended;
    expect(onItem).toHaveBeenCalledTimes(3);
    await pass(60_000);
    expect(calls.catalog).toBe(2);
  });
});
