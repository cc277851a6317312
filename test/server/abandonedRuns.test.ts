import { describe, expect, it, vi } from "vitest";
import { memoryRunStore } from "image-generation-node/server";
import type { RunPatch, RunStore } from "image-generation-node/server";
import { small, startSlow, statusOf } from "./runHelpers.js";
import { body, createTestBackend, readEvents, until } from "./testBackend.js";

/** A run whose process died: nobody goes on with it, and the moment to give it up has passed. */
async function leaveBehind(runs: RunStore, id: string, patch: RunPatch = {}) {
  const run = await runs.get("workspace", id);
  await runs.update("workspace", id, run?.revision ?? 0, { ...patch, abandonedAt: Date.now() - 1 });
}

const IN_IMAGE = {};
const IN_PROMPT = { stage: "prompt", imageStartedAt: null } as const;
const IN_QUEUE = { status: "queued", stage: null, imageStartedAt: null, startedAt: null } as const;

async function startAndDie(patch: RunPatch) {
  const runs = memoryRunStore();
  const { id } = await startSlow({ runs });
  await leaveBehind(runs, id, patch);
  const onError = vi.fn();
  return { id, runs, onError, backend: createTestBackend({ runs, generate: small, hooks: { onError } }) };
}

describe("a run whose process died", () => {
  it.each([
    ["in the image model ends as a timeout that may be charged", IN_IMAGE, "timeout", null],
    ["in the prompt model ends as a timeout that cost no image", IN_PROMPT, "timeout", false],
    ["in the queue ends as overloaded", IN_QUEUE, "overloaded", false],
  ] as const)("%s, as soon as it is read", async (_, patch, kind, charged) => {
    const { id, backend, onError } = await startAndDie(patch);
    expect(await statusOf(backend, id)).toMatchObject({ status: "failed", problem: { kind, charged, id } });
    expect(onError).toHaveBeenCalledTimes(1);
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ kind, id, scope: "workspace" }));
  });

  it("keeps its key when an image may have been charged", async () => {
    const { backend } = await startAndDie(IN_IMAGE);
    const response = await backend.post("/generations", body(), { "Idempotency-Key": "slow" });
    expect(response.status).toBe(504);
    expect(await response.json()).toMatchObject({ kind: "timeout", reason: "interrupted", charged: null });
    expect(backend.images).toEqual([]);
  });

  it("frees its key when none was", async () => {
    const { backend } = await startAndDie(IN_PROMPT);
    const send = () => backend.post("/generations", body(), { "Idempotency-Key": "slow" });
    expect(await (await send()).json()).toMatchObject({
      kind: "timeout",
      reason: "interrupted",
      charged: false,
    });
    expect((await send()).status).toBe(200);
  });

  it("is too late to cancel, and says how it ended", async () => {
    const { id, backend } = await startAndDie(IN_IMAGE);
    expect(await (await backend.remove(`/generations/${id}`)).json()).toMatchObject({
      status: "failed",
      problem: { kind: "timeout", reason: "interrupted", charged: null },
    });
  });

  it("is left alone until its time is over", async () => {
    const runs = memoryRunStore();
    const { backend, id, gate } = await startSlow({ runs });
    const { abandonedAt = 0, deadlineAt } = (await runs.get("workspace", id)) ?? {};
    expect(abandonedAt).toBeGreaterThan(deadlineAt ?? Infinity);
    expect(await statusOf(createTestBackend({ runs }), id)).toMatchObject({ status: "running" });
    gate.resolve(await small());
    await until(async () => (await statusOf(backend, id)).status === "succeeded");
  });

  it("ends a stream that was watching it", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    try {
      const runs = memoryRunStore();
      const { id } = await startSlow({ runs });
      const backend = createTestBackend({ runs });
      const stream = await backend.get(`/generations/${id}`, { Accept: "text/event-stream" });
      await leaveBehind(runs, id);
      const events = readEvents(stream);
      await vi.advanceTimersByTimeAsync(10_000);
      const told = (await events).map(({ event }) => event);
      expect(told).toEqual(["started", "prompt", "stage", "error"]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("keeps the image of a process that was only slow, as late", async () => {
    const runs = memoryRunStore();
    const { backend, id, gate } = await startSlow({ runs });
    await leaveBehind(runs, id);
    expect(await statusOf(backend, id)).toMatchObject({ status: "failed" });
    gate.resolve(await small());
    await until(async () => (await statusOf(backend, id)).late !== undefined);
    expect(await statusOf(backend, id)).toMatchObject({ status: "failed", problem: { charged: null } });
  });
});
