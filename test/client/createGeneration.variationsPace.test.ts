import { afterEach, describe, expect, it, vi } from "vitest";
import { json, problem, startFaultServer } from "./faultServer.js";
import { createStore } from "./generationStore.js";
import { createSampleGeneration, sampleRequest } from "./samples.js";

const limited = problem(429, { kind: "rate_limited", charged: false, retryAfterMs: 60_000 });

afterEach(() => void vi.useRealTimers());

describe("several images that a back end asks to wait for longer than anyone waits", () => {
  it("are asked for again by a retry once the time is over", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const server = await startFaultServer();
    const store = createStore(server);
    server.answer(limited);
    await store.start(sampleRequest, { count: 2 });
    expect(store.getSnapshot().variations).toMatchObject([
      { status: "failed", error: { kind: "rate_limited" } },
      { status: "failed", error: { kind: "rate_limited" } },
    ]);
    server.answer(json(200, createSampleGeneration()));
    const asked = server.seen.length;
    await store.retry();
    expect(server.seen).toHaveLength(asked);
    vi.advanceTimersByTime(60_000);
    await store.retry();
    expect(store.getSnapshot().status).toBe("succeeded");
    expect(server.seen).toHaveLength(asked + 2);
  });
});
