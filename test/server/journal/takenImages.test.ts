import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { memoryRunStore, memoryStorage } from "image-generation-node/server";
import { createImage } from "../testBackend.js";
import { age, begin, bodyOf, readRun, untilEnded, untilRead } from "./journalHelpers.js";
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

describe("an image that a provider has taken", () => {
  it.each(["replicate", "blackForestLabs", "luma", "fireworks", "fal"] as const)(
    "is asked for again where a look at %s fails",
    async (provider) => {
      const prompt = `${provider} fails once`;
      pollers.hook(({ step, count }) =>
        step === "poll" && count === 1 ? Response.json({ detail: "away" }, { status: 503 }) : undefined,
      );
      const process = startProcess(pollers.origin, { runs: memoryRunStore() });
      const id = await begin(process, bodyOf(provider, prompt), prompt);
      expect(await untilEnded(process, id)).toMatchObject({ status: "succeeded", output: { prompt } });
      expect(pollers.count(prompt)).toBe(1);
    },
  );

  it("is asked for again where the package gives up before the run does", async () => {
    const prompt = "gives up";
    pollers.hook(({ step, count }) =>
      step === "poll" && count < 4 ? Response.json({ id: "1", state: "queued" }) : undefined,
    );
    const models: typeof createPollerModels = (origin, runs) => {
      const all = createPollerModels(origin, runs);
      const providerOptions = { luma: { pollIntervalMillis: 1, maxPollAttempts: 2 } };
      return { ...all, luma: { ...all.luma, providerOptions } };
    };
    const process = startProcess(pollers.origin, { runs: memoryRunStore(), models });
    const id = await begin(process, bodyOf("luma", prompt), prompt);
    expect(await untilEnded(process, id)).toMatchObject({ status: "succeeded", output: { prompt } });
    expect(pollers.count(prompt)).toBe(1);
  });

  it("comes late where the time of its run ends before the answer to the submit", async () => {
    const prompt = "slow submit";
    let release: () => void = () => undefined;
    const released = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    pollers.hook(({ step }) => (step === "accepted" ? released : undefined));
    const process = startProcess(pollers.origin, { runs: memoryRunStore(), limits: { timeoutMs: 1_000 } });
    const id = await begin(process, bodyOf("luma", prompt), prompt);
    await vi.waitFor(() => expect(steps(prompt, "accepted")).toHaveLength(1), { timeout: 10_000 });
    expect(await untilEnded(process, id)).toMatchObject({ problem: { kind: "timeout", charged: null } });
    release();
    expect(await untilRead(process, id, ({ late }) => late !== undefined)).toMatchObject({
      late: { output: { prompt } },
    });
    expect(pollers.count(prompt)).toBe(1);
  });

  it("is waited for by one process after its time, whoever reads the run", async () => {
    const prompt = "read while late";
    let release: () => void = () => undefined;
    const released = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    pollers.hook(({ step }) => (step === "poll" ? released : undefined));
    const shared = { runs: memoryRunStore(), storage: memoryStorage(), limits: { timeoutMs: 1_000 } };
    const process = startProcess(pollers.origin, shared);
    const id = await begin(process, bodyOf("luma", prompt), prompt);
    await vi.waitFor(() => expect(steps(prompt, "poll")).toHaveLength(1), { timeout: 10_000 });
    await untilEnded(process, id);
    const other = startProcess(pollers.origin, shared);
    for (let look = 0; look < 5; look += 1) await Promise.all([process.get(id), other.get(id)]);
    release();
    await untilRead(process, id, ({ late }) => late !== undefined);
    expect(steps(prompt, "download")).toHaveLength(1);
  });

  it("says after its time that the provider no longer has it", async () => {
    const shared = setUp();
    const prompt = "gone since";
    const id = await dieInPoll(pollers, shared, prompt);
    await age(shared.runs, id, { deadlineAt: 1 });
    pollers.hook(({ step }) =>
      step === "poll" ? Response.json({ detail: "no" }, { status: 404 }) : undefined,
    );
    const next = startProcess(pollers.origin, shared);
    await next.deliver(id);
    expect(await untilEnded(next, id)).toMatchObject({
      problem: { kind: "timeout", reason: "no_longer_available", charged: null },
    });
    expect(await readRun(shared.runs, id)).toMatchObject({ journal: null, request: null });
  });
});
