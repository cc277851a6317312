import type { GenerateOptions, ImageNodeClient } from "image-generation-node/client";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { GenerationRequest } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { createBatch } from "../../src/react/preview/gallery/createBatch.js";
import { generationOf } from "./samples.js";

describe("createBatch", () => {
  const requests: GenerationRequest[] = [0, 1, 2].map((index) => ({
    config: createImageNodeConfig({ prompt: { template: `Lamp ${index}` } }),
  }));

  /** A client whose items fail by their place; single calls are counted. */
  function clientFailing(failures: Record<number, ImageNodeError>) {
    const calls: GenerateOptions[] = [];
    const client: Pick<ImageNodeClient, "generate" | "generateMany" | "cancel"> = {
      cancel: async () => undefined,
      generate: async (_, options = {}) => {
        calls.push(options);
        return generationOf({ id: "gen_again" });
      },
      generateMany: async (items, o = {}) =>
        items.map((_, index) => {
          const base = { index, key: `key_${index}`, fingerprint: `f_${index}` };
          const error = failures[index];
          const outcome = error
            ? ({ ...base, status: "failed", error } as const)
            : ({
                ...base,
                status: "succeeded",
                generation: generationOf({ id: `gen_${index}`, usage: USAGE }),
                reused: false,
              } as const);
          o.onItem?.(outcome);
          return outcome;
        }),
    };
    return { client, calls };
  }
  const USAGE = { items: [{ kind: "image", amount: "0.04", currency: "USD" }] };
  const failed = (options: ConstructorParameters<typeof ImageNodeError>[0]) => new ImageNodeError(options);

  it("loses no other item to one failure, and adds up what was spent", async () => {
    const { client } = clientFailing({ 1: failed({ kind: "content_blocked", charged: false }) });
    const batch = createBatch(client);
    await batch.start(requests);
    const state = batch.getSnapshot();
    expect(state.items.map((item) => item.status)).toEqual(["succeeded", "failed", "succeeded"]);
    expect(state).toMatchObject({ status: "done", succeeded: 2, failed: 1, usageIsPartial: false });
    expect(state.usage.items).toHaveLength(2);
  });

  it("admits that more may have been spent where a charge is not known", async () => {
    const { client } = clientFailing({ 1: failed({ kind: "timeout", charged: null }) });
    const batch = createBatch(client);
    await batch.start(requests);
    expect(batch.getSnapshot().usageIsPartial).toBe(true);
  });

  it.each([
    ["a new intent after a known end", { kind: "content_blocked", charged: false }, undefined],
    ["asked again by its key after an unknown one", { kind: "network" }, "key_1"],
  ])("retries one item: %s", async (_, error, key) => {
    const { client, calls } = clientFailing({ 1: failed(error) });
    const batch = createBatch(client);
    await batch.start(requests);
    await batch.retry(1);
    expect(calls.map((call) => call.idempotencyKey)).toEqual([key]);
    expect(batch.getSnapshot()).toMatchObject({ succeeded: 3, failed: 0 });
  });

  it("shows which items are under way and which wait", () => {
    const never: Pick<ImageNodeClient, "generate" | "generateMany" | "cancel"> = {
      generate: () => new Promise(() => undefined),
      generateMany: () => new Promise(() => undefined),
      cancel: async () => undefined,
    };
    const batch = createBatch(never);
    void batch.start(requests, { concurrency: 2 });
    expect(batch.getSnapshot().items.map((item) => item.status)).toEqual(["running", "running", "waiting"]);
  });

  it("ends the runs that are under way on the back end, and only those", async () => {
    const cancelled: string[] = [];
    const batch = createBatch({
      generate: () => new Promise(() => undefined),
      cancel: async (id) => void cancelled.push(id),
      generateMany: (items, o = {}) => {
        const base = (index: number) => ({ index, key: `key_${index}`, fingerprint: `f_${index}` });
        for (const index of [0, 1]) o.onStart?.({ ...base(index), id: `gen_${index}` });
        const generation = generationOf({ id: "gen_0", usage: USAGE });
        o.onItem?.({ ...base(0), status: "succeeded", generation, reused: false });
        return new Promise((resolve) => {
          o.signal?.addEventListener("abort", () => {
            const rest = items.map((_, index) => ({ ...base(index), status: "aborted" as const })).slice(1);
            rest.forEach((outcome) => o.onItem?.(outcome));
            resolve(rest);
          });
        });
      },
    });
    void batch.start(requests);
    expect(batch.getSnapshot().items.map(({ id }) => id)).toEqual(["gen_0", "gen_1", undefined]);
    await batch.cancel();
    expect(cancelled).toEqual(["gen_1"]);
    expect(batch.getSnapshot()).toMatchObject({ status: "done", succeeded: 1, failed: 2 });
  });
});
