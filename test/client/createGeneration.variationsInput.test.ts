import { describe, expect, it } from "vitest";
import { startFaultServer } from "./faultServer.js";
import { createStore } from "./generationStore.js";
import { sampleRequest } from "./samples.js";
import { startProvider } from "./startProvider.js";

describe("createGeneration with several images of one input", () => {
  it.each([
    [
      "throws",
      () => {
        throw new Error("no input");
      },
    ],
    ["rejects", () => Promise.reject(new Error("no input"))],
  ])("reads the input again for a repeat after one that %s", async (_, fail) => {
    const { server, charged } = await startProvider();
    const store = createStore(server);
    let reads = 0;
    await store.start(() => ((reads += 1) === 1 ? fail() : sampleRequest), { count: 3 });
    expect(store.getSnapshot()).toMatchObject({ status: "failed", error: { message: "no input" } });
    expect(server.seen).toHaveLength(0);
    await store.retry();
    expect(store.getSnapshot().status).toBe("succeeded");
    expect([reads, charged.size]).toEqual([2, 3]);
  });

  it("sends nothing where the input can't be made", async () => {
    const server = await startFaultServer();
    const store = createStore(server);
    await store.start(() => Promise.reject(new Error("no input")), { count: 2 });
    expect(store.getSnapshot()).toMatchObject({ status: "failed", error: { message: "no input" } });
    expect(server.seen).toHaveLength(0);
  });
});
