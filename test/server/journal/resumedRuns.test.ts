import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { AttachmentStorage } from "image-generation-node/server";
import { createImage } from "../testBackend.js";
import { age, begin, bodyOf, holdFirst, never, readRun, untilEnded } from "./journalHelpers.js";
import { POLLERS } from "./pollerModels.js";
import { startPollers } from "./startPollers.js";
import type { PollerEvent, Pollers } from "./startPollers.js";
import { SCOPE, startProcess } from "./startProcess.js";
import type { Process } from "./startProcess.js";

let pollers: Pollers;
beforeAll(async () => {
  pollers = await startPollers(await createImage(64, 64));
});
afterAll(() => pollers.close());

const DEATHS: readonly [name: string, at: (event: PollerEvent) => boolean][] = [
  ["in the first poll", ({ step, count }) => step === "poll" && count === 1],
  ["in the second poll", ({ step, count }) => step === "poll" && count === 2],
  ["in the download", ({ step }) => step === "download"],
];
const dispatch = () => Promise.resolve();

describe.each(POLLERS)("%s", (provider) => {
  describe.each(DEATHS)("whose process dies %s", (name, at) => {
    it("goes on in the next process that is asked, and is submitted once", async () => {
      const shared = { runs: memoryRunStore(), storage: memoryStorage() };
      const prompt = `${provider} read ${name}`;
      const held = holdFirst(pollers, prompt, at);
      const first = startProcess(pollers.origin, shared);
      const id = await begin(first, bodyOf(provider, prompt), prompt);
      await held;
      first.die();
      await age(shared.runs, id);
      const next = startProcess(pollers.origin, shared);
      expect(await untilEnded(next, id)).toMatchObject({ status: "succeeded", output: { prompt } });
      expect(pollers.count(prompt)).toBe(1);
      expect(await readRun(shared.runs, id)).toMatchObject({ journal: null, request: null, storing: null });
    });

    it("goes on where a queue delivers it again", async () => {
      const shared = { runs: memoryRunStore(), storage: memoryStorage(), dispatch };
      const prompt = `${provider} delivered ${name}`;
      const held = holdFirst(pollers, prompt, at);
      const first = startProcess(pollers.origin, shared);
      const id = await begin(first, bodyOf(provider, prompt), prompt);
      void first.deliver(id);
      await held;
      first.die();
      await age(shared.runs, id);
      const next = startProcess(pollers.origin, shared);
      await next.deliver(id);
      expect(await untilEnded(next, id)).toMatchObject({ status: "succeeded", output: { prompt } });
      expect(pollers.count(prompt)).toBe(1);
    });
  });

  it("is neither submitted again nor promised where its process dies in the submit", async () => {
    const shared = { runs: memoryRunStore(), dispatch };
    const prompt = `${provider} in the submit`;
    const held = holdFirst(pollers, prompt, ({ step }) => step === "accepted");
    const first = startProcess(pollers.origin, shared);
    const id = await begin(first, bodyOf(provider, prompt), prompt);
    void first.deliver(id);
    await held;
    first.die();
    await age(shared.runs, id);
    const next = startProcess(pollers.origin, shared);
    await next.deliver(id);
    expect(await untilEnded(next, id)).toMatchObject({
      status: "failed",
      problem: { kind: "timeout", reason: "interrupted", charged: null },
    });
    expect(pollers.count(prompt)).toBe(1);
    expect((await next.post(bodyOf(provider, prompt), prompt.replaceAll(" ", "-"))).status).toBe(504);
  });

  it("fetches its image again where its process dies before that is stored", async () => {
    const storage = memoryStorage();
    const shared = { runs: memoryRunStore(), dispatch };
    const prompt = `${provider} before storing`;
    pollers.hook(() => undefined);
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const put: AttachmentStorage["put"] = () => {
      arrived();
      return never() as unknown as ReturnType<AttachmentStorage["put"]>;
    };
    const first = startProcess(pollers.origin, { ...shared, storage: { ...storage, put } });
    const id = await begin(first, bodyOf(provider, prompt), prompt);
    void first.deliver(id);
    await arrival;
    first.die();
    await age(shared.runs, id);
    const next = startProcess(pollers.origin, { ...shared, storage });
    await next.deliver(id);
    expect(await untilEnded(next, id)).toMatchObject({ status: "succeeded", output: { prompt } });
    expect(pollers.count(prompt)).toBe(1);
  });

  it("gives each of three equal runs at once an image of its own", async () => {
    const shared = { runs: memoryRunStore() };
    const prompt = `${provider} three times`;
    pollers.hook(() => undefined);
    const process = startProcess(pollers.origin, shared);
    const ids = await Promise.all(
      [1, 2, 3].map((each) => begin(process, bodyOf(provider, prompt), `${prompt} ${each}`)),
    );
    const ended = await Promise.all(ids.map((id) => untilEnded(process, id)));
    expect(ended.map(({ status }) => status)).toEqual(["succeeded", "succeeded", "succeeded"]);
    expect(pollers.count(prompt)).toBe(3);
  });

  it("is carried on by one of two processes that take it up", async () => {
    const shared = { runs: memoryRunStore(), storage: memoryStorage(), dispatch };
    const prompt = `${provider} two workers`;
    const held = holdFirst(pollers, prompt, ({ step }) => step === "poll");
    const first = startProcess(pollers.origin, shared);
    const id = await begin(first, bodyOf(provider, prompt), prompt);
    void first.deliver(id);
    await held;
    first.die();
    await age(shared.runs, id);
    const downloads = () =>
      pollers.events.filter((event) => event.prompt.startsWith(prompt) && event.step === "download");
    const next = [startProcess(pollers.origin, shared), startProcess(pollers.origin, shared)];
    await Promise.all(next.map((process) => process.deliver(id)));
    const run = await readRun(shared.runs, id);
    expect(run.status).toBe("succeeded");
    expect(downloads()).toHaveLength(1);
    expect(pollers.count(prompt)).toBe(1);
  });
});

describe("what was asked for", () => {
  /** Lets a process die in the poll of a run, and another go on; returns the run's end. */
  async function goOn(
    options: Parameters<typeof startProcess>[1],
    prompt: string,
    body: (first: Process) => Promise<object>,
  ) {
    const held = holdFirst(pollers, prompt, ({ step }) => step === "poll");
    const first = startProcess(pollers.origin, options);
    const id = await begin(first, await body(first), prompt);
    await held;
    first.die();
    await age(options.runs, id);
    return untilEnded(startProcess(pollers.origin, options), id);
  }

  it("has its prompt written once", async () => {
    const asked: string[] = [];
    const write = ({ instructions }: { readonly instructions: string }) => {
      asked.push(instructions);
      return Promise.resolve(`written ${asked.length}`);
    };
    const options = {
      runs: memoryRunStore(),
      storage: memoryStorage(),
      promptModels: { writer: { model: { write } } },
    };
    const ended = await goOn(options, "written 1", () => {
      const { config, ...more } = bodyOf("luma", "");
      return Promise.resolve({
        ...more,
        config: { ...config, prompt: { ...config.prompt, mode: "prompt_ai", instructions: "a fox" } },
      });
    });
    expect(ended).toMatchObject({ status: "succeeded", output: { prompt: "written 1" } });
    expect(asked).toEqual(["a fox"]);
    expect(pollers.count("written 1")).toBe(1);
  });

  it.each(["replicate", "blackForestLabs", "fireworks"] as const)(
    "keeps its reference with %s",
    async (provider) => {
      const options = { runs: memoryRunStore(), storage: memoryStorage(), references: true as const };
      const prompt = `${provider} by a reference`;
      const picture = await createImage(32, 32);
      const ended = await goOn(options, prompt, async (first) => {
        const { config, ...more } = bodyOf(provider, prompt);
        return {
          ...more,
          config: { ...config, references: [{ attachmentId: await first.upload(picture) }] },
        };
      });
      expect(ended).toMatchObject({ status: "succeeded", references: [expect.anything()] });
      expect(pollers.count(prompt)).toBe(1);
    },
  );
});

describe("what is kept of a provider's answer", () => {
  it("is written before the answer is handed on, without headers and what repeats the request", async () => {
    const runs = memoryRunStore();
    const prompt = "a secret of the company";
    const held = holdFirst(pollers, prompt, ({ step }) => step === "poll");
    const process = startProcess(pollers.origin, { runs });
    const id = await begin(process, bodyOf("replicate", prompt), prompt);
    await held;
    const { journal } = await readRun(runs, id);
    expect(journal).toMatchObject({ status: 201, type: "application/json" });
    expect(Object.keys(journal ?? {}).sort()).toEqual(["body", "request", "status", "type"]);
    expect(JSON.stringify(journal)).not.toContain(prompt);
    expect(JSON.parse(journal?.body ?? "")).not.toHaveProperty("input");
  });

  it("is there at once from Replicate, which is not told to hold its answer back", () => {
    const submits = pollers.taken.filter((event) => event.provider === "replicate");
    expect(submits.length).toBeGreaterThan(0);
    expect(submits.filter((event) => event.prefer !== null)).toEqual([]);
  });

  it("is told to nobody", async () => {
    const runs = memoryRunStore();
    const held = holdFirst(pollers, "told to nobody", ({ step }) => step === "poll");
    const process = startProcess(pollers.origin, { runs });
    const id = await begin(process, bodyOf("luma", "told to nobody"), "told");
    await held;
    expect((await runs.get(SCOPE, id))?.journal).toBeTruthy();
    expect(await (await process.get(id)).text()).not.toMatch(/journal|job-/);
  });
});
