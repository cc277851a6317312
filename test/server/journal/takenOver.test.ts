import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { AttachmentStorage, RunStore } from "image-generation-node/server";
import { createProblem } from "../../../src/server/http/createProblem.js";
import { createImage } from "../testBackend.js";
import { age, begin, bodyOf, holdFirst, never, readRun } from "./journalHelpers.js";
import { dieInPoll } from "./dieInPoll.js";
import { createPollerModels } from "./pollerModels.js";
import { startPollers } from "./startPollers.js";
import type { PollerStep, Pollers } from "./startPollers.js";
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
const steps = (prompt: string, step: PollerStep) =>
  pollers.events.filter((event) => event.prompt.startsWith(prompt) && event.step === step);

describe("a run that another process takes over", () => {
  it("is not submitted again by one that read it before its image was begun", async () => {
    const shared = setUp();
    const prompt = "read before";
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const first = startProcess(pollers.origin, shared);
    const id = await begin(first, bodyOf("replicate", prompt), prompt);
    let isRead = false;
    const models = ((origin: string, runs: RunStore) => async () => {
      isRead = true;
      await opened;
      return createPollerModels(origin, runs);
    }) as unknown as typeof createPollerModels;
    const slow = startProcess(pollers.origin, { ...shared, models });
    const done = slow.deliver(id);
    await vi.waitFor(() => expect(isRead).toBe(true));
    const held = holdFirst(pollers, prompt, ({ step }) => step === "poll");
    void first.deliver(id);
    await held;
    first.die();
    await age(shared.runs, id);
    open();
    await done;
    expect(await readRun(shared.runs, id)).toMatchObject({ status: "succeeded" });
    expect(pollers.count(prompt)).toBe(1);
  });

  it("keeps its journal where the first process was only slow", { timeout: 40_000 }, async () => {
    const shared = setUp();
    const prompt = "only slow";
    pollers.hook(({ prompt: asked, step }) =>
      asked.startsWith(prompt) && step === "poll" ? never() : undefined,
    );
    const slow = startProcess(pollers.origin, shared);
    const id = await begin(slow, bodyOf("replicate", prompt), prompt);
    const slowDone = slow.deliver(id);
    await vi.waitFor(() => expect(steps(prompt, "poll")).toHaveLength(1), { timeout: 10_000 });
    await age(shared.runs, id);
    const second = startProcess(pollers.origin, shared);
    void second.deliver(id);
    await vi.waitFor(() => expect(steps(prompt, "poll")).toHaveLength(2), { timeout: 10_000 });
    // The first one notices with its next sign of life, and waits for the other's end.
    await vi.waitFor(async () => expect((await readRun(shared.runs, id)).revision).toBeGreaterThan(5), {
      timeout: 20_000,
      interval: 100,
    });
    const { status, journal, request } = await readRun(shared.runs, id);
    expect([status, Boolean(journal), Boolean(request)]).toEqual(["running", true, true]);
    second.die();
    pollers.hook(() => undefined);
    await age(shared.runs, id);
    await slowDone;
    expect(await readRun(shared.runs, id)).toMatchObject({ status: "succeeded" });
    expect(pollers.count(prompt)).toBe(1);
  });

  it("comes late where the process that takes it over has no place for it in time", async () => {
    const shared = setUp();
    const prompt = "no place";
    const id = await dieInPoll(pollers, shared, prompt);
    await age(shared.runs, id, { deadlineAt: Date.now() + 1_000 });
    pollers.hook(({ prompt: asked, step }) =>
      asked.startsWith("busy") && step === "poll" ? never() : undefined,
    );
    const next = startProcess(pollers.origin, { ...shared, limits: { maxConcurrent: 1 } });
    const busy = await begin(next, bodyOf("luma", "busy"), "busy");
    void next.deliver(busy);
    await vi.waitFor(() => expect(steps("busy", "poll").length).toBeGreaterThan(0));
    await next.deliver(id);
    expect(await readRun(shared.runs, id)).toMatchObject({
      problem: { kind: "timeout", charged: null },
      late: { output: { prompt } },
    });
    expect(pollers.count(prompt)).toBe(1);
  });

  it("comes late where the run store fails as it is taken over", async () => {
    const shared = setUp();
    const prompt = "store fails";
    const id = await dieInPoll(pollers, shared, prompt);
    let fails = 1;
    const subscribe: RunStore["subscribe"] = async (...listener) => {
      if (fails-- > 0) throw createProblem("overloaded");
      return shared.runs.subscribe(...listener);
    };
    await startProcess(pollers.origin, { ...shared, runs: { ...shared.runs, subscribe } }).deliver(id);
    expect(await readRun(shared.runs, id)).toMatchObject({
      problem: { kind: "timeout", reason: "interrupted", charged: null },
      late: { output: { prompt } },
    });
    expect(pollers.count(prompt)).toBe(1);
  });

  it("waits for a host that cannot tell its models just now", async () => {
    const shared = setUp();
    const prompt = "models away";
    const id = await dieInPoll(pollers, shared, prompt);
    let fails = 1;
    const models = ((origin: string, runs: RunStore) => () => {
      if (fails-- > 0) throw new Error("The models' table is away.");
      return createPollerModels(origin, runs);
    }) as unknown as typeof createPollerModels;
    await startProcess(pollers.origin, { ...shared, models }).deliver(id);
    expect(await readRun(shared.runs, id)).toMatchObject({ status: "succeeded" });
    expect(pollers.count(prompt)).toBe(1);
  });

  it("is told to who asked for it, by a process that was only slow", async () => {
    const prompt = "slow handler";
    const shared = { runs: memoryRunStore(), storage: memoryStorage() };
    const gates = [1, 2].map(() => {
      let open: () => void = () => undefined;
      const opened = new Promise<undefined>((resolve) => {
        open = () => resolve(undefined);
      });
      return { open, opened };
    });
    pollers.hook(({ prompt: asked, step, count }) =>
      asked.startsWith(prompt) && step === "poll" ? gates[count - 1]?.opened : undefined,
    );
    const slow = startProcess(pollers.origin, shared);
    const answer = slow.post(bodyOf("luma", prompt), "slow-handler", {});
    await vi.waitFor(() => expect(steps(prompt, "poll")).toHaveLength(1), { timeout: 10_000 });
    const { id } = (await shared.runs.findByKey("anonymous", "slow-handler")) ?? { id: "" };
    await age(shared.runs, id);
    await startProcess(pollers.origin, shared).get(id);
    await vi.waitFor(() => expect(steps(prompt, "poll").length).toBeGreaterThan(1), { timeout: 10_000 });
    gates[0]?.open();
    // It finds that it was taken over; the other one is still at work.
    await vi.waitFor(() => expect(steps(prompt, "download")).toHaveLength(1), { timeout: 10_000 });
    await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 300))]);
    gates[1]?.open();
    expect((await answer).status).toBe(200);
    expect(pollers.count(prompt)).toBe(1);
  });

  it("is told once to the host where its image had been stored", async () => {
    const shared = setUp();
    const prompt = "told once";
    pollers.hook(() => undefined);
    const told: string[] = [];
    const hooks = {
      onError: () => undefined,
      onGeneration: ({ status }: { status: string }) => void told.push(status),
    };
    let go: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => {
      go = resolve;
    });
    let isStored = false;
    const put: AttachmentStorage["put"] = async (...picture) => {
      const stored = await shared.storage.put(...picture);
      isStored = true;
      await gone;
      return stored;
    };
    const slow = startProcess(pollers.origin, { ...shared, storage: { ...shared.storage, put }, hooks });
    const id = await begin(slow, bodyOf("luma", prompt), prompt);
    const done = slow.deliver(id);
    await vi.waitFor(() => expect(isStored).toBe(true), { timeout: 10_000 });
    await age(shared.runs, id);
    await startProcess(pollers.origin, { ...shared, hooks }).deliver(id);
    go();
    await done;
    expect(await readRun(shared.runs, id)).toMatchObject({ status: "succeeded", late: null });
    expect(told).toEqual(["succeeded"]);
  });
});
