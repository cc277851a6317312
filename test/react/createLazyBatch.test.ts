import type { ImageNodeClient } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { createLazyBatch } from "../../src/react/preview/gallery/createLazyBatch.js";

const asking = (text: string) => [{ config: createImageNodeConfig({ prompt: { template: text } }) }];

/** A client that notes what it is asked for. */
function createNotingClient(end: () => Promise<[]> = async () => []) {
  const asked: string[] = [];
  const client: Pick<ImageNodeClient, "generate" | "generateMany" | "cancel"> = {
    cancel: async () => undefined,
    generate: () => Promise.reject(new Error("Nothing is retried here.")),
    generateMany: async (items) => {
      asked.push(...items.map(({ config }) => config.prompt.template));
      return end();
    },
  };
  return { client, asked };
}

describe("a batch whose code is still on its way", () => {
  it("begins nothing that was stopped, and then what was started anew", async () => {
    const { client, asked } = createNotingClient();
    const batch = createLazyBatch(client);
    const first = batch.start(asking("stopped"));
    batch.stop();
    const second = batch.start(asking("wanted"));
    await Promise.all([first, second]);
    expect(asked).toEqual(["wanted"]);
  });

  it("begins one batch for a double click", async () => {
    const { client, asked } = createNotingClient();
    const batch = createLazyBatch(client);
    await Promise.all([batch.start(asking("lamp")), batch.start(asking("lamp"))]);
    expect(asked).toEqual(["lamp"]);
  });
});

it("a batch that breaks can be started again", async () => {
  let isBroken = true;
  const { client, asked } = createNotingClient(async () => {
    if (isBroken) throw new Error("The client broke.");
    return [];
  });
  const batch = createLazyBatch(client);
  await expect(batch.start(asking("lamp"))).rejects.toThrow("The client broke.");
  expect(batch.getSnapshot().status).not.toBe("running");
  isBroken = false;
  await batch.start(asking("lamp"));
  expect(asked).toEqual(["lamp", "lamp"]);
});
