import { describe, expect, it } from "vitest";
import type { GenerationRequest } from "image-generation-node/contract";
import type { Outcome } from "image-generation-node/client";
import {
  createTestClient,
  event,
  hang,
  json,
  problem,
  refuse,
  startFaultServer,
  stream,
} from "./faultServer.js";
import type { Responder } from "./faultServer.js";
import { createSampleGeneration, sampleRequest } from "./samples.js";

const createItems = (count: number, workflowRunId?: string): GenerationRequest[] =>
  Array.from({ length: count }, (_, index) => ({
    ...sampleRequest,
    context: { ...(workflowRunId ? { workflowRunId } : {}), nodeId: "n4", iteration: [index] },
  }));

const indexOf = (body: string) =>
  (JSON.parse(body) as { context: { iteration: number[] } }).context.iteration[0] ?? -1;
const draw: Responder = (response, request) =>
  json(200, createSampleGeneration(`gen_${indexOf(request.body)}`))(response, request);

describe("generateMany", () => {
  it("keeps the order and the bound, and tells each outcome as it comes", async () => {
    const server = await startFaultServer();
    let open = 0;
    let most = 0;
    let drawFirst: () => void = () => undefined;
    server.answer((response, request) => {
      open += 1;
      most = Math.max(most, open);
      const answer = () => {
        open -= 1;
        draw(response, request);
      };
      // The first is slower than all others, which pass it by.
      if (indexOf(request.body) === 0) drawFirst = answer;
      else setTimeout(answer, 5);
      if (indexOf(request.body) === 5) drawFirst();
    });
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const told: number[] = [];
    const outcomes = await client.generateMany(createItems(6), {
      concurrency: 2,
      onItem: (outcome) => told.push(outcome.index),
    });
    expect(outcomes.map((outcome) => outcome.status === "succeeded" && outcome.generation.id)).toEqual(
      [0, 1, 2, 3, 4, 5].map((index) => `gen_${index}`),
    );
    expect(most).toBe(2);
    expect(told).toHaveLength(6);
    expect(told[0]).not.toBe(0);
    expect(new Set(server.keys()).size).toBe(6);
  });

  it("names an item when its turn comes, and looks up what is complete without a search", async () => {
    const server = await startFaultServer();
    let written = 0;
    const items = createItems(2_000, "run_1").map((item) => ({
      ...item,
      toJSON() {
        written += 1;
        return { ...item };
      },
    }));
    server.answer(hang);
    const leave = new AbortController();
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const batch = client.generateMany(items, { concurrency: 2, signal: leave.signal });
    await expect.poll(() => server.seen.length).toBe(2);
    expect(written).toBeLessThan(10);
    leave.abort();
    const outcomes = await batch;

    let reads = 0;
    const completed = outcomes.map((outcome) => ({
      index: outcome.index,
      key: outcome.key,
      status: "succeeded" as const,
      reused: false,
      generation: createSampleGeneration(),
      get fingerprint() {
        reads += 1;
        return outcome.fingerprint;
      },
    }));
    const again = await client.generateMany(items, { completed });
    expect(again.every((outcome) => outcome.status === "succeeded" && outcome.reused)).toBe(true);
    expect(reads).toBeLessThan(5 * items.length);
    expect(server.seen).toHaveLength(2);
  });

  it("runs all items when the bound is no number", async () => {
    const server = await startFaultServer();
    server.answer(draw);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const outcomes = await client.generateMany(createItems(3), { concurrency: NaN });
    expect(outcomes.map(({ status }) => status)).toEqual(["succeeded", "succeeded", "succeeded"]);
  });

  it("loses no other item when one fails or a callback throws", async () => {
    const server = await startFaultServer();
    server.answer((response, request) =>
      indexOf(request.body) === 1
        ? problem(422, { kind: "content_blocked", charged: false })(response, request)
        : draw(response, request),
    );
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const reported: unknown[] = [];
    const realReport = console.error;
    console.error = (error: unknown) => void reported.push(error);
    const outcomes = await client.generateMany(createItems(3), {
      onItem: () => {
        throw new Error("host");
      },
    });
    console.error = realReport;
    expect(outcomes.map((outcome) => outcome.status)).toEqual(["succeeded", "failed", "succeeded"]);
    expect(outcomes[1]).toMatchObject({ index: 1, error: { kind: "content_blocked" } });
    expect(reported).toHaveLength(3);
  });

  it("tells the id of each run once, and keeps it for those that were left, so that they can be cancelled", async () => {
    const server = await startFaultServer();
    server.answer((response, request) => {
      const id = `gen_${indexOf(request.body)}`;
      stream([event("started", { id }), event("started", { id })], "open")(response, request);
    });
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const stop = new AbortController();
    const started: unknown[] = [];
    const outcomes = await client.generateMany(createItems(3), {
      concurrency: 2,
      signal: stop.signal,
      onStart: ({ index, id }) => {
        started.push([index, id]);
        if (started.length === 2) stop.abort();
      },
    });
    expect(started.sort()).toEqual([
      [0, "gen_0"],
      [1, "gen_1"],
    ]);
    expect(outcomes.map((outcome) => outcome.status === "aborted" && outcome.id)).toEqual([
      "gen_0",
      "gen_1",
      undefined,
    ]);
  });

  it("is nothing for no items", async () => {
    const server = await startFaultServer();
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect(await client.generateMany([])).toEqual([]);
    expect(server.seen).toHaveLength(0);
  });

  it("has the same keys again inside a workflow run, others for another run, and random ones without", async () => {
    const server = await startFaultServer();
    server.answer(draw);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const keysOf = async (items: GenerationRequest[]) =>
      (await client.generateMany(items)).map((outcome) => outcome.key);
    const first = await keysOf(createItems(2, "run_1"));
    expect(first.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
    expect(await keysOf(createItems(2, "run_1"))).toEqual(first);
    const others = [
      ...(await keysOf(createItems(2, "run_2"))),
      ...(await keysOf(createItems(2))),
      ...(await keysOf(createItems(2))),
    ];
    expect(new Set([...first, ...others]).size).toBe(8);
  });

  it.each([
    ["inside a workflow run", "run_1"],
    ["without one", undefined],
  ])("asks only for what is missing when it is resumed %s", async (_name, run) => {
    const server = await startFaultServer();
    server.answer((response, request) =>
      indexOf(request.body) === 1
        ? problem(500, { kind: "internal", charged: false })(response, request)
        : draw(response, request),
    );
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const items = createItems(3, run);
    const completed = await client.generateMany(items);
    server.seen.length = 0;
    server.answer(draw);
    const outcomes = await client.generateMany(items, {
      completed: JSON.parse(JSON.stringify(completed)) as Outcome[],
    });
    expect(server.seen.map((entry) => indexOf(entry.body))).toEqual([1]);
    expect(outcomes.map((outcome) => outcome.status === "succeeded" && outcome.reused)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("draws two equal items twice, also when only one of them is missing", async () => {
    const server = await startFaultServer();
    server.answer(draw, problem(500, { kind: "internal", charged: false }), draw);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const [item = sampleRequest] = createItems(1);
    const completed = await client.generateMany([item, item], { concurrency: 1 });
    expect(completed.map((outcome) => outcome.status)).toEqual(["succeeded", "failed"]);
    await client.generateMany([item, item], { completed });
    expect(server.seen).toHaveLength(3);
  });

  it("does not take over an outcome of an item that has changed", async () => {
    const server = await startFaultServer();
    server.answer(draw);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const items = createItems(1);
    const completed = await client.generateMany(items);
    const changed = items.map((item) => ({ ...item, config: { ...item.config, style: "anime" } }));
    await client.generateMany(changed, { completed });
    expect(server.seen).toHaveLength(2);
  });

  it("holds the whole batch back when the back end has had enough", async () => {
    const server = await startFaultServer();
    const times: number[] = [];
    const limited = problem(429, { kind: "rate_limited", charged: false, retryAfterMs: 150 });
    let refused = 0;
    server.answer((response, request) => {
      times.push(performance.now());
      if (times.length === 2) {
        refused = performance.now();
        limited(response, request);
      } else draw(response, request);
    });
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const outcomes = await client.generateMany(createItems(4), { concurrency: 1 });
    expect(outcomes.every((outcome) => outcome.status === "succeeded")).toBe(true);
    expect(times).toHaveLength(5);
    expect((times[2] ?? 0) - refused).toBeGreaterThanOrEqual(140);
  });

  it("does not ask for the rest when it is told to stay away for long", async () => {
    const server = await startFaultServer();
    server.answer(problem(429, { kind: "rate_limited", charged: false, retryAfterMs: 3_600_000 }));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const outcomes = await client.generateMany(createItems(5), { concurrency: 1 });
    expect(outcomes.map((outcome) => [outcome.status, "error" in outcome && outcome.error.kind])).toEqual([
      ["failed", "rate_limited"],
      ...Array<string[]>(4).fill(["undone", "rate_limited"]),
    ]);
    expect(server.seen).toHaveLength(1);
  });

  it("says of each item whether it ended when the batch is left", async () => {
    const server = await startFaultServer();
    const controller = new AbortController();
    server.answer(draw, (response, request) => {
      hang(response, request);
      controller.abort();
    });
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const outcomes = await client.generateMany(createItems(4), { concurrency: 1, signal: controller.signal });
    expect(outcomes.map((outcome) => outcome.status)).toEqual(["succeeded", "aborted", "aborted", "aborted"]);
    expect(server.seen).toHaveLength(2);
  });

  it("asks for a lost item again with the key of that item", async () => {
    const server = await startFaultServer();
    server.answer(refuse, draw);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    await client.generateMany(createItems(1, "run_1"));
    expect(new Set(server.keys()).size).toBe(1);
    expect(server.seen).toHaveLength(2);
  });
});
