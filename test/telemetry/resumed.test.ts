import { SpanStatusCode } from "@opentelemetry/api";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { memoryRunStore, memoryStorage } from "image-generation-node/server";
import {
  age,
  begin,
  bodyOf,
  holdFirst,
  readRun,
  untilEnded,
  untilRead,
} from "../server/journal/journalHelpers.js";
import { startPollers } from "../server/journal/startPollers.js";
import type { Pollers } from "../server/journal/startPollers.js";
import { startProcess } from "../server/journal/startProcess.js";
import { createImage, until } from "../server/testBackend.js";
import { parentOf, spanOf, startTelemetry, startTracer } from "./startTelemetry.js";
import type { StartedTelemetry } from "./startTelemetry.js";

let pollers: Pollers;
let telemetry: StartedTelemetry;
beforeAll(async () => {
  pollers = await startPollers(await createImage(64, 64));
});
beforeEach(() => {
  telemetry = startTelemetry();
});
afterEach(() => telemetry.stop());
afterAll(() => pollers.close());

/** Lets a process die in the first poll, and starts another that goes on. */
async function resume(prompt: string, patch = {}) {
  const shared = { runs: memoryRunStore(), storage: memoryStorage(), dispatch: () => Promise.resolve() };
  const traced = () => {
    const { tracer, spans } = startTracer();
    return {
      spans,
      own: startProcess(pollers.origin, { ...shared, telemetry: { tracer, meter: telemetry.meter } }),
    };
  };
  const held = holdFirst(pollers, prompt, ({ step }) => step === "poll");
  const first = traced();
  const id = await begin(first.own, bodyOf("replicate", prompt), prompt);
  void first.own.deliver(id);
  await held;
  first.own.die();
  await age(shared.runs, id, patch);
  const { trace } = await readRun(shared.runs, id);
  return { id, attempt: trace?.attempt, traceId: trace?.traceparent.slice(3, 35), next: traced() };
}

async function countOf(name: string): Promise<number> {
  const metric = (await telemetry.read()).find(({ descriptor }) => descriptor.name === name);
  return Number(metric?.dataPoints[0]?.value ?? 0);
}

describe("a run that goes on with what its provider had answered", () => {
  it("links to the attempt that died, and marks the answer that was not asked for again", async () => {
    const { id, attempt, traceId, next } = await resume("telemetry of a run that goes on");
    await next.own.deliver(id);
    await untilEnded(next.own, id);
    const run = spanOf(next.spans(), "generation");
    expect(run.spanContext().traceId).toBe(traceId);
    expect(run.links.map((link) => link.context.spanId)).toEqual([attempt]);
    const answers = next.spans().map(({ attributes }) => attributes["image_node.journal_replay"]);
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect([await countOf("image_node.runs.resumed"), await countOf("image_node.pictures.lost")]).toEqual([
      1, 0,
    ]);
  });

  it("stands in the run's trace where its image comes late", async () => {
    const { id, attempt, traceId, next } = await resume("telemetry of a late run", { deadlineAt: 1 });
    await untilEnded(next.own, id);
    await next.own.deliver(id);
    await untilRead(next.own, id, ({ late }) => Boolean(late));
    await until(() => next.spans().some(({ name }) => name === "late image"));
    const late = spanOf(next.spans(), "late image");
    expect(late.spanContext().traceId).toBe(traceId);
    expect(late.links.map((link) => link.context.spanId)).toEqual([attempt]);
    expect([await countOf("image_node.runs.resumed"), await countOf("image_node.pictures.lost")]).toEqual([
      1, 0,
    ]);
  });
});

describe("a run that asks its provider again after a look that failed", () => {
  it("has one span of the image model, with each request below it, and all of them end", async () => {
    const prompt = "telemetry of a look that failed";
    pollers.hook(({ step, count }) =>
      step === "poll" && count === 1 ? Response.json({ detail: "away" }, { status: 503 }) : undefined,
    );
    const { tracer } = telemetry;
    const began: string[] = [];
    const counting: typeof tracer.startSpan = (name, ...more) => {
      began.push(name);
      return tracer.startSpan(name, ...more);
    };
    const own = startProcess(pollers.origin, {
      runs: memoryRunStore(),
      telemetry: { tracer: { startSpan: counting as never } },
    });
    const id = await begin(own, bodyOf("replicate", prompt), prompt);
    expect(await untilEnded(own, id)).toMatchObject({ status: "succeeded" });
    await until(() => telemetry.spans().length === began.length);
    const spans = telemetry.spans();
    const image = spans.find(({ name }) => name.startsWith("generate_content"));
    expect(began.filter((name) => name.startsWith("generate_content"))).toHaveLength(1);
    expect(image?.status.code).toBe(SpanStatusCode.UNSET);
    const requests = spans.filter(({ attributes }) => attributes["server.address"] !== undefined);
    expect(new Set(requests.map((span) => parentOf(span, spans)))).toEqual(new Set([image]));
    expect(requests.map(({ attributes }) => attributes["http.response.status_code"])).toContain(503);
    expect(requests.filter(({ attributes }) => attributes["image_node.journal_replay"])).toHaveLength(1);
  });
});
