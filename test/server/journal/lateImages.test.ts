import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryRunStore, memoryStorage } from "image-generation-node/server";
import { createImage } from "../testBackend.js";
import { age, begin, bodyOf, holdFirst, never, readRun, untilEnded, untilRead } from "./journalHelpers.js";
import { POLLERS } from "./pollerModels.js";
import { startPollers } from "./startPollers.js";
import type { Pollers } from "./startPollers.js";
import { startProcess } from "./startProcess.js";
import type { Process } from "./startProcess.js";

let pollers: Pollers;
beforeAll(async () => {
  pollers = await startPollers(await createImage(64, 64));
});
afterAll(() => pollers.close());

const untilLate = (process: Process, id: string) => untilRead(process, id, ({ late }) => late !== undefined);
const dispatch = () => Promise.resolve();

describe.each(POLLERS)("an image of %s whose time is over", (provider) => {
  it("comes late from the process that waits for it", async () => {
    const shared = { runs: memoryRunStore(), limits: { timeoutMs: 400 } };
    const prompt = `${provider} takes long`;
    let release: () => void = () => undefined;
    const released = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    pollers.hook(({ step }) => (step === "poll" ? released : undefined));
    const process = startProcess(pollers.origin, shared);
    const id = await begin(process, bodyOf(provider, prompt), prompt);
    expect(await untilEnded(process, id)).toMatchObject({
      status: "failed",
      problem: { kind: "timeout", charged: null },
    });
    release();
    expect(await untilLate(process, id)).toMatchObject({ status: "failed", late: { output: { prompt } } });
    expect(pollers.count(prompt)).toBe(1);
    expect(await readRun(shared.runs, id)).toMatchObject({ journal: null, request: null });
  });

  it("comes late where its process died, and a queue delivers the run after its time", async () => {
    const shared = { runs: memoryRunStore(), storage: memoryStorage(), dispatch };
    const prompt = `${provider} delivered after its time`;
    const held = holdFirst(pollers, prompt, ({ step }) => step === "poll");
    const first = startProcess(pollers.origin, shared);
    const id = await begin(first, bodyOf(provider, prompt), prompt);
    void first.deliver(id);
    await held;
    first.die();
    await age(shared.runs, id, { deadlineAt: Date.now() - 1 });
    const next = startProcess(pollers.origin, shared);
    await next.deliver(id);
    expect(await untilEnded(next, id)).toMatchObject({
      status: "failed",
      problem: { kind: "timeout", reason: "interrupted", charged: null },
      late: { output: { prompt } },
    });
    expect(pollers.count(prompt)).toBe(1);
  });

  it("comes late where a reader has ended the run before", async () => {
    const shared = { runs: memoryRunStore(), storage: memoryStorage(), dispatch };
    const prompt = `${provider} read after its time`;
    const held = holdFirst(pollers, prompt, ({ step }) => step === "poll");
    const first = startProcess(pollers.origin, shared);
    const id = await begin(first, bodyOf(provider, prompt), prompt);
    void first.deliver(id);
    await held;
    first.die();
    await age(shared.runs, id, { deadlineAt: 1 });
    const next = startProcess(pollers.origin, shared);
    expect(await untilEnded(next, id)).toMatchObject({ status: "failed", problem: { charged: null } });
    await next.deliver(id);
    expect(await untilLate(next, id)).toMatchObject({ late: { output: { prompt } } });
    expect(pollers.count(prompt)).toBe(1);
  });
});

describe("an image whose time is over", () => {
  it("is fetched by whoever reads the run, where no queue delivers it", async () => {
    const shared = { runs: memoryRunStore(), storage: memoryStorage() };
    const held = holdFirst(pollers, "no queue", ({ step }) => step === "poll");
    const first = startProcess(pollers.origin, shared);
    const id = await begin(first, bodyOf("luma", "no queue"), "no queue");
    await held;
    first.die();
    await age(shared.runs, id, { deadlineAt: 1 });
    const next = startProcess(pollers.origin, shared);
    expect(await untilLate(next, id)).toMatchObject({ status: "failed", late: { output: {} } });
    expect(pollers.count("no queue")).toBe(1);
  });

  it("is waited for before its job counts as done, so that a queue delivers it again", async () => {
    const shared = { runs: memoryRunStore(), storage: memoryStorage(), dispatch, limits: { timeoutMs: 300 } };
    const prompt = "dies in the late wait";
    const held = holdFirst(pollers, prompt, ({ step }) => step === "poll");
    const first = startProcess(pollers.origin, shared);
    const id = await begin(first, bodyOf("replicate", prompt), prompt);
    let isDone = false;
    void first.deliver(id).then(() => {
      isDone = true;
    });
    await held;
    expect(await untilEnded(first, id)).toMatchObject({ status: "failed" });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isDone).toBe(false);
    first.die();
    await age(shared.runs, id);
    const next = startProcess(pollers.origin, shared);
    await next.deliver(id);
    expect(await untilLate(next, id)).toMatchObject({ late: { output: { prompt } } });
    expect(pollers.count(prompt)).toBe(1);
  });

  it("is given up after its last time, and nobody takes it up again", async () => {
    const limits = { timeoutMs: 100, lateMs: 100 };
    const shared = { runs: memoryRunStore(), storage: memoryStorage(), dispatch, limits };
    pollers.hook(({ step }) => (step === "poll" ? never() : undefined));
    const process = startProcess(pollers.origin, shared);
    const id = await begin(process, bodyOf("luma", "never ready"), "never ready");
    await process.deliver(id);
    expect(await readRun(shared.runs, id)).toMatchObject({ status: "failed", journal: null, request: null });
  });

  it("is left alone where the run was cancelled", async () => {
    const shared = { runs: memoryRunStore(), storage: memoryStorage(), dispatch };
    const held = holdFirst(pollers, "cancelled", ({ step }) => step === "poll");
    const first = startProcess(pollers.origin, shared);
    const id = await begin(first, bodyOf("luma", "cancelled"), "cancelled");
    void first.deliver(id);
    await held;
    first.die();
    const next = startProcess(pollers.origin, shared);
    await next.cancel(id);
    const before = pollers.events.length;
    await next.deliver(id);
    expect(await untilEnded(next, id)).toMatchObject({ status: "cancelled" });
    expect(pollers.events).toHaveLength(before);
    expect(await readRun(shared.runs, id)).toMatchObject({ journal: null, request: null });
  });
});
