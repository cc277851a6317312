import { createGeneration } from "image-generation-node/client";
import { describe, expect, it } from "vitest";
import { createTestClient, json, refuse, startFaultServer } from "./faultServer.js";
import { createStorage } from "./generationStore.js";
import { createSampleGeneration, sampleRequest } from "./samples.js";

const kept = { ...createSampleGeneration(), id: "gen_kept" };
const drawn = createSampleGeneration();

async function setup() {
  const server = await startFaultServer();
  const { client } = createTestClient({ baseUrl: server.baseUrl, maxRetries: 0 });
  return { server, client };
}

describe("createGeneration with a result that the host kept", () => {
  it("shows it and asks for nothing", async () => {
    const { server, client } = await setup();
    // As it comes out of the host's node data.
    const generation = JSON.parse(JSON.stringify(kept)) as typeof kept;
    const store = createGeneration(client, { generation });
    store.subscribe(() => undefined);
    expect(store.getSnapshot()).toMatchObject({ status: "succeeded", generation: kept });
    expect(server.seen).toEqual([]);
  });

  it("keeps it in view while a new run has no image, and after that run failed", async () => {
    const { server, client } = await setup();
    server.answer(refuse);
    const store = createGeneration(client, { generation: kept });
    const run = store.start(sampleRequest);
    expect(store.getSnapshot()).toMatchObject({ status: "running", previous: kept });
    await run;
    expect(store.getSnapshot()).toMatchObject({ status: "failed", previous: kept });
  });

  it("repeats nothing by itself, and what a form offers", async () => {
    const { server, client } = await setup();
    server.answer(json(200, drawn));
    const store = createGeneration(client, { generation: kept });
    await store.regenerate();
    expect(store.getSnapshot()).toMatchObject({ status: "succeeded", isRepeatable: false });
    const withdraw = store.offer(sampleRequest);
    expect(store.getSnapshot().isRepeatable).toBeUndefined();
    withdraw();
    expect(store.getSnapshot().isRepeatable).toBe(false);
    store.offer(sampleRequest);
    await store.regenerate();
    expect(store.getSnapshot().generation).toEqual(drawn);
    expect(server.seen).toHaveLength(1);
  });

  it("shows what the storage holds before it, and nothing once it was reset", async () => {
    const { server, client } = await setup();
    server.answer(json(200, drawn));
    const storage = createStorage();
    await createGeneration(client, { storage }).start(sampleRequest);
    const store = createGeneration(client, { storage, generation: kept });
    expect(store.getSnapshot().generation).toEqual(drawn);
    store.reset();
    expect(store.getSnapshot().status).toBe("idle");
    expect(createGeneration(client, { generation: kept }).getSnapshot().generation).toEqual(kept);
  });
});
