import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createGenerationRunner, memoryRunStore, memoryStorage } from "image-generation-node/server";
import { age, begin, bodyOf, holdFirst, never, untilEnded } from "../server/journal/journalHelpers.js";
import { startPollers } from "../server/journal/startPollers.js";
import type { Pollers } from "../server/journal/startPollers.js";
import { startProcess } from "../server/journal/startProcess.js";
import { small, startAsync, statusOf } from "../server/runHelpers.js";
import { BASE, createImage, createTestBackend, deferred, until } from "../server/testBackend.js";
import type { ImageNodeHandlerOptions } from "image-generation-node/server";
import { sumOf } from "./pointsOf.js";
import { startTelemetry } from "./startTelemetry.js";
import type { StartedTelemetry } from "./startTelemetry.js";

let telemetry: StartedTelemetry;
let pollers: Pollers;
beforeAll(async () => {
  pollers = await startPollers(await createImage(64, 64));
});
beforeEach(() => {
  telemetry = startTelemetry();
});
afterEach(() => telemetry.stop());
afterAll(() => pollers.close());

const counts = async () => ({
  lost: await sumOf(telemetry, "image_node.pictures.lost"),
  generations: await sumOf(telemetry, "image_node.generations"),
});

describe("the picture of a run that its provider has taken", () => {
  const share = (limits: ImageNodeHandlerOptions["limits"] = {}) => ({
    runs: memoryRunStore(),
    storage: memoryStorage(),
    dispatch: () => Promise.resolve(),
    telemetry: { tracer: telemetry.tracer, meter: telemetry.meter },
    limits,
  });

  /** Lets a process die in the first poll, after which the run's time is over; another fetches the image. */
  async function fetchLate(prompt: string, answer: () => Response | Promise<undefined>, limits = {}) {
    const shared = share(limits);
    const held = holdFirst(pollers, prompt, ({ step }) => step === "poll");
    const first = startProcess(pollers.origin, shared);
    const id = await begin(first, bodyOf("replicate", prompt), prompt);
    void first.deliver(id);
    await held;
    first.die();
    await age(shared.runs, id, { deadlineAt: 1 });
    pollers.hook(({ step }) => (step === "poll" ? answer() : undefined));
    const next = startProcess(pollers.origin, shared);
    expect(await untilEnded(next, id)).toMatchObject({ problem: { reason: "interrupted" } });
    await next.deliver(id);
    await until(async () => (await shared.runs.get("anonymous", id))?.journal === null);
    await until(() => telemetry.spans().some(({ name }) => name === "late image"));
    return counts();
  }

  it("is lost where the wait for it is over", async () => {
    expect(await fetchLate("lost at last", never, { lateMs: 50 })).toEqual({ lost: 1, generations: 1 });
  });

  it("is lost where the provider no longer has it", async () => {
    const gone = () => Response.json({ detail: "no such job" }, { status: 404 });
    expect(await fetchLate("lost at the provider", gone)).toEqual({ lost: 1, generations: 1 });
  });

  it("is not lost where the provider made none", async () => {
    const refusal = { id: "1", status: "failed", error: "NSFW content detected. (E005)", output: null };
    const urls = { get: `${pollers.origin}/replicate/v1/predictions/1` };
    const refused = () => Response.json({ ...refusal, urls, logs: "", input: {} });
    expect(await fetchLate("refused late", refused)).toEqual({ lost: 0, generations: 1 });
  });
});

describe("an end that a handler has told", () => {
  /** A handler, and a worker that takes its runs one at a time. */
  function createPair(dispatch: (execute: () => Promise<void>, begun: Promise<unknown>) => Promise<void>) {
    const image = deferred<Uint8Array>();
    const begun = deferred<undefined>();
    const generate = () => {
      begun.resolve(undefined);
      return image.promise;
    };
    const shared = {
      runs: memoryRunStore(),
      storage: memoryStorage(),
      imageModels: { "test/painter": { model: { generate } } },
      telemetry: { tracer: telemetry.tracer, meter: telemetry.meter },
      hooks: { onError: () => undefined },
    };
    const secret = { signingSecret: "a secret of the worker's own, long enough to be taken" };
    const runner = createGenerationRunner({
      ...shared,
      ...secret,
      publicUrl: BASE,
      limits: { maxConcurrent: 1 },
    });
    const works: Promise<void>[] = [];
    const backend = createTestBackend({
      ...shared,
      dispatch: (job) => {
        const execute = async () => void works.push(runner.execute(job));
        return dispatch(execute, begun.promise);
      },
    });
    return { backend, image, works };
  }

  it("counts once where the queue took a run and then failed", async () => {
    const { backend, image, works } = createPair(async (execute, begun) => {
      await execute();
      await begun;
      throw new Error("no connection");
    });
    const { id } = await startAsync(backend);
    image.resolve(await small());
    await Promise.all(works);
    expect(await statusOf(backend, id)).toMatchObject({ status: "failed", problem: { kind: "overloaded" } });
    expect(await counts()).toEqual({ lost: 0, generations: 1 });
  });

  it("counts once where a run is cancelled that waits for its turn at a worker", async () => {
    const { backend, image, works } = createPair((execute) => execute());
    const { id: first } = await startAsync(backend);
    await until(async () => (await statusOf(backend, first)).stage === "image");
    const { id } = await startAsync(backend);
    await backend.remove(`/generations/${id}`);
    image.resolve(await small());
    await Promise.all(works);
    expect(await statusOf(backend, id)).toMatchObject({ status: "cancelled" });
    expect(await counts()).toEqual({ lost: 0, generations: 2 });
  });
});
