import { describe, expect, it } from "vitest";
import { generationSchema } from "image-generation-node/contract";
import { createGenerationRunner, memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { AttachmentStorage, RunStore } from "image-generation-node/server";
import { small, statusOf } from "./runHelpers.js";
import { BASE, body, createTestBackend, until } from "./testBackend.js";

/** A worker that stands still, as if killed, before or after its image was stored; and what it left behind. */
async function leaveBehind(when: "before storing" | "after storing") {
  const storage = memoryStorage();
  const runs = memoryRunStore();
  let reached = false;
  const stopped = () => {
    reached = true;
    return new Promise<never>(() => undefined);
  };
  const dying: AttachmentStorage = {
    ...storage,
    put: async (bytes, details) => {
      if (when === "after storing") await storage.put(bytes, details);
      return stopped();
    },
  };
  const silent: RunStore = {
    ...runs,
    update: (...change) => (reached ? new Promise(() => undefined) : runs.update(...change)),
  };
  const models = { "test/painter": { model: { generate: small } } };
  const worker = (own: { storage: AttachmentStorage; runs: RunStore }) =>
    createGenerationRunner({
      ...own,
      imageModels: models,
      signingSecret: "a secret of the worker's own, long enough to be taken",
      publicUrl: BASE,
      hooks: { onError: () => undefined },
    });
  const backend = createTestBackend({
    storage,
    runs,
    imageModels: models,
    dispatch: async (job) => void worker({ storage: dying, runs: silent }).execute(job),
  });
  const response = await backend.post("/generations", body(), { Prefer: "respond-async" });
  const { id } = (await response.json()) as { id: string };
  await until(() => reached);
  return {
    backend,
    runs,
    id,
    redeliver: async () => {
      const run = await runs.get("workspace", id);
      await runs.update("workspace", id, run?.revision ?? 0, { abandonedAt: Date.now() });
      await worker({ storage, runs }).execute({ scope: "workspace", id });
    },
  };
}

describe("an image that was stored by a process that died before it could say so", () => {
  it("is the result of the run where it is delivered again, with a link that works", async () => {
    const { backend, runs, id, redeliver } = await leaveBehind("after storing");
    await redeliver();
    const status = generationSchema.parse(await statusOf(backend, id));
    expect(status).toMatchObject({ status: "succeeded", stages: { sent: expect.any(String) as string } });
    expect((await backend.get(status.output.imageUrl)).status).toBe(200);
    expect(await runs.get("workspace", id)).toMatchObject({ storing: null, late: null, request: null });
  });

  it("stands as late on the run where a reader finds it, when nothing is delivered again", async () => {
    const { backend, runs, id } = await leaveBehind("after storing");
    const run = await runs.get("workspace", id);
    await runs.update("workspace", id, run?.revision ?? 0, { abandonedAt: Date.now() - 1 });
    const status = await statusOf(backend, id);
    expect(status).toMatchObject({ status: "failed", problem: { kind: "timeout", charged: null } });
    expect((await backend.get(status.late?.output.imageUrl ?? "")).status).toBe(200);
  });

  it("is not promised when it was never stored", async () => {
    const { backend, id, redeliver } = await leaveBehind("before storing");
    await redeliver();
    expect((await statusOf(backend, id)).late).toBeUndefined();
  });
});
