import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { AttachmentStorage, RunStore, Settlement } from "image-generation-node/server";
import { createImage } from "../testBackend.js";
import { age, begin, bodyOf, never, readRun, untilEnded } from "./journalHelpers.js";
import { dieInPoll } from "./dieInPoll.js";
import { createPollerModels } from "./pollerModels.js";
import { startPollers } from "./startPollers.js";
import type { Pollers } from "./startPollers.js";
import { startProcess } from "./startProcess.js";

let pollers: Pollers;
let picture: Uint8Array;
beforeAll(async () => {
  picture = await createImage(64, 64);
  pollers = await startPollers(picture);
});
afterAll(() => pollers.close());

const dispatch = () => Promise.resolve();
const setUp = () => ({ runs: memoryRunStore(), storage: memoryStorage(), dispatch });

describe("a run that is delivered again", () => {
  it("waits for a process that was waiting for its late image, and goes on", async () => {
    const shared = setUp();
    const prompt = "within the lease";
    const id = await dieInPoll(pollers, { ...shared, limits: { timeoutMs: 1_000 } }, prompt);
    const next = startProcess(pollers.origin, shared);
    await age(shared.runs, id, { deadlineAt: 1 });
    expect(await untilEnded(next, id)).toMatchObject({ status: "failed" });
    // As far ahead as a process that lived a moment ago has said that it lives, less what a test can wait.
    await age(shared.runs, id, { abandonedAt: Date.now() + 5_000 + 1_000 });
    await next.deliver(id);
    expect(await readRun(shared.runs, id)).toMatchObject({ late: { output: { prompt } } });
    expect(pollers.count(prompt)).toBe(1);
  });

  it("gets its image where its time ends before that is asked for", async () => {
    const shared = setUp();
    const prompt = "time ends";
    const id = await dieInPoll(pollers, shared, prompt);
    await age(shared.runs, id, { deadlineAt: Date.now() + 100 });
    const update: RunStore["update"] = async (...change) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      return shared.runs.update(...change);
    };
    await startProcess(pollers.origin, { ...shared, runs: { ...shared.runs, update } }).deliver(id);
    expect(await readRun(shared.runs, id)).toMatchObject({ status: "failed", late: { output: { prompt } } });
    expect(pollers.count(prompt)).toBe(1);
  });

  it("waits for a host that cannot tell its models, after its time too", async () => {
    const shared = setUp();
    const prompt = "models away late";
    const id = await dieInPoll(pollers, shared, prompt);
    await age(shared.runs, id, { deadlineAt: 1 });
    let fails = 3;
    const models = ((origin: string, runs: RunStore) => async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (fails-- > 0) throw new Error("The models' table is away.");
      return createPollerModels(origin, runs);
    }) as unknown as typeof createPollerModels;
    await startProcess(pollers.origin, { ...shared, models }).deliver(id);
    expect(await readRun(shared.runs, id)).toMatchObject({ late: { output: { prompt } } });
    expect(pollers.count(prompt)).toBe(1);
  });

  it("waits for a storage that cannot read its reference just now", async () => {
    const shared = { ...setUp(), references: true as const };
    const prompt = "storage away";
    const attachmentId = await startProcess(pollers.origin, shared).upload(picture);
    const { config, ...more } = bodyOf("replicate", prompt);
    const body = { ...more, config: { ...config, references: [{ attachmentId }] } };
    const id = await dieInPoll(pollers, shared, prompt, body);
    let fails = 3;
    const read: AttachmentStorage["read"] = async (...asked) => {
      if (fails-- > 0) throw new Error("The storage is away.");
      return shared.storage.read(...asked);
    };
    await startProcess(pollers.origin, { ...shared, storage: { ...shared.storage, read } }).deliver(id);
    expect(await readRun(shared.runs, id)).toMatchObject({ late: { output: { prompt } } });
    expect(pollers.count(prompt)).toBe(1);
  });

  it("is told of once where it is cancelled while it waits for a place", async () => {
    const shared = setUp();
    const prompt = "cancelled in the wait";
    const id = await dieInPoll(pollers, shared, prompt);
    pollers.hook(({ prompt: asked, step }) =>
      asked.startsWith("takes the place") && step === "poll" ? never() : undefined,
    );
    const told: string[] = [];
    const hooks = {
      onError: () => undefined,
      onGeneration: (report: { readonly id: string; readonly status: string }) => {
        if (report.id === id) told.push(report.status);
      },
    };
    const next = startProcess(pollers.origin, { ...shared, hooks, limits: { maxConcurrent: 1 } });
    void next.deliver(await begin(next, bodyOf("luma", "takes the place"), "takes-the-place"));
    await vi.waitFor(
      () => expect(pollers.events.some((event) => event.prompt.startsWith("takes the place"))).toBe(true),
      { timeout: 10_000 },
    );
    const done = next.deliver(id);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await next.cancel(id);
    await done;
    expect(told).toEqual(["cancelled"]);
  });

  it("settles what its image cost where a process had it, and it came late", async () => {
    const shared = setUp();
    const prompt = "cost of a late one";
    const price = { currency: "USD", min: "0.04", max: "0.04" };
    const models: typeof createPollerModels = (origin, runs) => {
      const all = createPollerModels(origin, runs);
      return { ...all, luma: { ...all.luma, price } };
    };
    const settled: Settlement[] = [];
    const spending = {
      reserve: () => ({ ok: true as const, token: "token" }),
      settle: (settlement: Settlement) => void settled.push(settlement),
    };
    const options = { ...shared, models, spending };
    pollers.hook(() => undefined);
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const put: AttachmentStorage["put"] = () => {
      arrived();
      return never() as unknown as ReturnType<AttachmentStorage["put"]>;
    };
    const first = startProcess(pollers.origin, { ...options, storage: { ...shared.storage, put } });
    const id = await begin(first, bodyOf("luma", prompt), prompt);
    void first.deliver(id);
    await arrival;
    first.die();
    await age(shared.runs, id, { deadlineAt: Date.now() + 1_500 });
    // The next one has its prompt stage, and then no time.
    let isHeld = true;
    pollers.hook(({ step }) => (step === "poll" && isHeld ? never() : undefined));
    const next = startProcess(pollers.origin, options);
    const done = next.deliver(id);
    await untilEnded(next, id);
    isHeld = false;
    next.die();
    await age(shared.runs, id);
    await startProcess(pollers.origin, options).deliver(id);
    void done;
    await vi.waitFor(() => expect(settled).toHaveLength(1), { timeout: 10_000 });
    expect(settled[0]).toMatchObject({ charged: true, token: "token" });
    expect(settled[0]?.usage.items.map(({ kind }) => kind)).toEqual(["image"]);
  });
});
