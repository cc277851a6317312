import { describe, expect, it, vi } from "vitest";
import { ImageNodeError } from "image-generation-node/contract";
import { memoryRunStore } from "image-generation-node/server";
import type { GenerationDispatch } from "image-generation-node/server";
import { statusOf } from "./runHelpers.js";
import { body, createTestBackend, readEvents } from "./testBackend.js";

const ASYNC = { Prefer: "respond-async" };

/** A handler whose queue refuses everything with this error. */
function createRefusing(error: Error) {
  const withdraw = vi.fn(async () => undefined);
  const refuse = () => Promise.reject(error);
  const backend = createTestBackend({ dispatch: Object.assign(refuse, { withdraw }) });
  return { backend, withdraw };
}

describe("a handler whose queue refuses", () => {
  const overloaded = new ImageNodeError({ kind: "overloaded", retryAfterMs: 41_500 });
  const timeout = new ImageNodeError({ kind: "timeout", retryAfterMs: 41_500 });

  it.each([
    ["the time of a refusal", overloaded, 41_500],
    ["five seconds for a refusal without a time", new ImageNodeError({ kind: "overloaded" }), 5_000],
    ["five seconds for any other error", timeout, 5_000],
    ["five seconds for a lost connection", new Error("no connection"), 5_000],
  ])("tells %s, at once, however the caller asked", async (_, error, retryAfterMs) => {
    const { backend } = createRefusing(error);
    for (const headers of [{}, ASYNC]) {
      const response = await backend.post("/generations", body(), headers);
      expect(response.status).toBe(503);
      expect(response.headers.get("Retry-After")).toBe(String(Math.ceil(retryAfterMs / 1_000)));
      const problem = { kind: "overloaded", charged: false, retryable: true, retryAfterMs };
      expect(await response.json()).toMatchObject(problem);
    }
    const events = await readEvents(
      await backend.post("/generations", body(), { Accept: "text/event-stream" }),
    );
    expect(events.at(-1)).toMatchObject({ event: "error", data: { kind: "overloaded", retryAfterMs } });
  });

  it("takes back what it may have taken all the same, and nothing that it refused", async () => {
    const lost = createRefusing(new Error("no answer"));
    const { id } = (await (await lost.backend.post("/generations", body())).json()) as { id: string };
    expect(lost.withdraw.mock.calls).toMatchObject([[{ scope: "workspace", id }, { runs: {} }]]);
    const refused = createRefusing(overloaded);
    await refused.backend.post("/generations", body());
    expect(refused.withdraw).not.toHaveBeenCalled();
  });
});

describe("a handler with a queue that takes runs back", () => {
  it.each([
    ["does", () => Promise.resolve()],
    ["fails", () => Promise.reject(new Error("no connection"))],
    ["never ends", () => new Promise<void>(() => undefined)],
    [
      "throws",
      () => {
        throw new Error("broken");
      },
    ],
  ])("cancels a run that waits, whether it %s", async (_, act) => {
    const withdraw = vi.fn(act);
    const backend = createTestBackend({ dispatch: Object.assign(async () => undefined, { withdraw }) });
    const { id } = (await (await backend.post("/generations", body(), ASYNC)).json()) as { id: string };
    expect(withdraw).not.toHaveBeenCalled();
    expect((await backend.remove(`/generations/${id}`)).status).toBe(200);
    expect(await statusOf(backend, id)).toMatchObject({ status: "cancelled" });
    expect(withdraw).toHaveBeenCalledTimes(1);
    await backend.remove(`/generations/${id}`);
    expect(withdraw).toHaveBeenCalledTimes(1);
  });

  it("keeps a serverless runtime alive for it", async () => {
    const waitUntil = vi.fn<(work: Promise<unknown>) => void>();
    const withdraw = () => Promise.reject(new Error("no connection"));
    const dispatch = Object.assign(async () => undefined, { withdraw });
    const backend = createTestBackend({ dispatch, waitUntil });
    const { id } = (await (await backend.post("/generations", body(), ASYNC)).json()) as { id: string };
    await backend.remove(`/generations/${id}`);
    expect(waitUntil).toHaveBeenCalledTimes(1);
    await expect(waitUntil.mock.calls[0]?.[0]).resolves.toBeUndefined();
  });

  it("leaves the queue alone when a worker has begun", async () => {
    const withdraw = vi.fn(async () => undefined);
    const runs = memoryRunStore();
    const backend = createTestBackend({ runs, dispatch: Object.assign(async () => undefined, { withdraw }) });
    const { id } = (await (await backend.post("/generations", body(), ASYNC)).json()) as { id: string };
    await runs.update("workspace", id, 0, { status: "running" });
    await backend.remove(`/generations/${id}`);
    expect(withdraw).not.toHaveBeenCalled();
  });

  it("tells the queue until when a worker may start the run", async () => {
    const dispatch = vi.fn<GenerationDispatch>(async () => undefined);
    const runs = memoryRunStore();
    const backend = createTestBackend({ runs, dispatch, limits: { maxQueueMs: 7_000 } });
    const { id } = (await (await backend.post("/generations", body(), ASYNC)).json()) as { id: string };
    const run = await runs.get("workspace", id);
    expect(dispatch.mock.calls).toEqual([
      [
        { scope: "workspace", id, provider: "test" },
        { runs, startBy: (run?.createdAt ?? 0) + 7_000 },
      ],
    ]);
  });
});
