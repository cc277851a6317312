import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryRunStore, memoryStorage } from "image-generation-node/server";
import { createImage } from "../testBackend.js";
import { STYLE, bodyOf, readRun, untilEnded } from "./journalHelpers.js";
import { POLLERS, createPollerModels } from "./pollerModels.js";
import type { Poller } from "./pollerModels.js";
import { dieInPoll } from "./dieInPoll.js";
import { startPollers } from "./startPollers.js";
import type { PollerHook, Pollers } from "./startPollers.js";
import { startProcess } from "./startProcess.js";

let pollers: Pollers;
beforeAll(async () => {
  pollers = await startPollers(await createImage(64, 64));
});
afterAll(() => pollers.close());

const dispatch = () => Promise.resolve();

/** Lets a process die in the first poll, and another go on as `then` says; returns how the run ended. */
async function goOn(
  provider: Poller,
  prompt: string,
  then: { answer?: PollerHook; options?: Omit<Parameters<typeof startProcess>[1], "runs"> },
) {
  const shared = { runs: memoryRunStore(), storage: memoryStorage(), dispatch };
  const id = await dieInPoll(pollers, shared, prompt, bodyOf(provider, prompt));
  pollers.hook(then.answer ?? (() => undefined));
  const next = startProcess(pollers.origin, { ...shared, ...then.options });
  await next.deliver(id);
  const ended = await untilEnded(next, id);
  const repeat = await next.post(bodyOf(provider, prompt), prompt.replaceAll(" ", "-"));
  return { ended, repeat, run: await readRun(shared.runs, id) };
}

const no = (status: number) => () => Response.json({ detail: "no" }, { status });

describe.each(POLLERS)("%s, gone on with in vain", (provider) => {
  it.each([
    ["no longer knows the request", "poll", no(404)],
    ["has dropped the request", "poll", no(410)],
    ["no longer has the image", "download", no(404)],
    ["names a link that has ended", "download", no(410)],
  ] as const)("says so where it %s, keeps the key and submits nothing", async (name, step, answer) => {
    const prompt = `${provider} ${name}`;
    const decide: PollerHook = (event) => (event.step === step ? answer() : undefined);
    const { ended, repeat, run } = await goOn(provider, prompt, { answer: decide });
    expect(ended).toMatchObject({
      status: "failed",
      problem: { kind: "no_image", reason: "no_longer_available", charged: null, stage: "image" },
    });
    expect(repeat.headers.get("Idempotency-Replayed")).toBe("true");
    expect(pollers.count(prompt)).toBe(1);
    expect(run).toMatchObject({ journal: null, request: null });
  });

  it("keeps the key where the provider refuses to tell", async () => {
    const prompt = `${provider} refuses to tell`;
    const decide: PollerHook = ({ step }) => (step === "poll" ? no(401)() : undefined);
    const { ended, repeat } = await goOn(provider, prompt, { answer: decide });
    expect(ended).toMatchObject({ status: "failed", problem: { charged: null } });
    expect(repeat.headers.get("Idempotency-Replayed")).toBe("true");
    expect(pollers.count(prompt)).toBe(1);
  });

  it("sends nothing where the request for the image would be another", async () => {
    const prompt = `${provider} changed`;
    const { ended, repeat } = await goOn(provider, prompt, {
      options: { styles: [{ id: STYLE, label: "Watercolor", description: "", words: "other words since" }] },
    });
    expect(ended).toMatchObject({
      status: "failed",
      problem: { kind: "timeout", reason: "interrupted", charged: null },
    });
    expect(repeat.headers.get("Idempotency-Replayed")).toBe("true");
    expect(pollers.count(prompt)).toBe(1);
  });
});

describe("a run whose image was begun", () => {
  it("is not asked of a model that sends by another fetch since", async () => {
    const models = createPollerModels(pollers.origin, memoryRunStore());
    const config = Object.assign({}, (models.luma.model as unknown as { config: object }).config, {
      fetch: (...sent: Parameters<typeof fetch>) => fetch(...sent),
    });
    const model = Object.create(models.luma.model as object, { config: { value: config } }) as object;
    const { ended } = await goOn("luma", "another fetch", {
      options: { imageModels: { luma: { ...models.luma, model: model as never, imageUrls: "guarded" } } },
    });
    expect(ended).toMatchObject({ status: "failed", problem: { kind: "timeout", reason: "interrupted" } });
    expect(pollers.count("another fetch")).toBe(1);
  });

  it("keeps its key where its model cannot even be asked", async () => {
    const models: typeof createPollerModels = (origin, runs) => {
      const all = createPollerModels(origin, runs);
      const { config } = all.luma.model as unknown as { config: object };
      const headers = () => {
        throw Object.assign(new Error("The key is missing."), { name: "AI_LoadAPIKeyError" });
      };
      const model = Object.create(all.luma.model as object, {
        config: { value: { ...config, headers } },
      }) as object;
      return { ...all, luma: { model: model as never } };
    };
    const { ended, repeat } = await goOn("luma", "no key any more", { options: { models } });
    expect(ended).toMatchObject({
      status: "failed",
      problem: { kind: "provider_misconfigured", charged: null },
    });
    expect(repeat.headers.get("Idempotency-Replayed")).toBe("true");
    expect(pollers.count("no key any more")).toBe(1);
  });

  it("keeps its key where its model is gone", async () => {
    const { luma: _, ...others } = createPollerModels(pollers.origin, memoryRunStore());
    const { ended, run } = await goOn("luma", "no model", { options: { imageModels: () => others } });
    expect(ended).toMatchObject({ status: "failed", problem: { charged: null } });
    expect(pollers.count("no model")).toBe(1);
    expect(run.problem?.kind).toBe("timeout");
  });

  it("says what moderation says after the request was taken", async () => {
    const answer: PollerHook = ({ step }) =>
      step === "poll"
        ? Response.json({
            status: "failed",
            error: "The input was flagged as sensitive. (E005)",
            urls: { get: `${pollers.origin}/replicate/v1/predictions/x` },
          })
        : undefined;
    const { ended } = await goOn("replicate", "moderated", { answer });
    expect(ended).toMatchObject({ status: "failed", problem: { kind: "content_blocked", charged: null } });
    expect(pollers.count("moderated")).toBe(1);
  });
});
