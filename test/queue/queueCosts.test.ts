import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createClient } from "image-generation-node/client";
import type { GenerationRequest } from "image-generation-node/contract";
import * as server from "image-generation-node/server";
import * as queue from "image-generation-node/server/queue";
import { readEvents } from "../server/testBackend.js";
import { addUp } from "./costs/addUp.ts";
import { costRequest } from "./costs/costRequest.ts";
import type { BodySize } from "./costs/costRequest.ts";
import { LIMITS } from "./costs/limits.ts";
import { BASE, QUEUE, generateAll, openHandler, openWorker, postGeneration } from "./costs/openMachines.ts";
import type { Machine } from "./costs/openMachines.ts";
import { openProbe } from "./costs/openProbe.ts";
import type { Probe } from "./costs/openProbe.ts";
import { settle } from "./costs/settle.ts";
import { startMeter } from "./costs/startMeter.ts";
import type { Meter } from "./costs/startMeter.ts";
import { startPostgres } from "./postgresServer.js";
import { hasRedis, startRedis } from "./redisServer.js";

type Role = "handler" | "worker";
type Fetch = typeof fetch;

/** Ways to ask for generations, each with the number of them. */
const WAYS: readonly (readonly [
  name: string,
  count: number,
  size: BodySize,
  ask: (fetch: Fetch, body: string) => Promise<unknown>,
])[] = [
  ["one that is waited for", 1, "small", (fetch, body) => generateAll(fetch, { count: 1, atOnce: 1, body })],
  ["20 at once", 20, "small", (fetch, body) => generateAll(fetch, { count: 20, atOnce: 20, body })],
  ["a large one", 1, "large", (fetch, body) => generateAll(fetch, { count: 1, atOnce: 1, body })],
  [
    "20 large ones at once",
    20,
    "large",
    (fetch, body) => generateAll(fetch, { count: 20, atOnce: 20, body }),
  ],
  ["one that is watched", 1, "small", watch],
  ["one that is polled for once", 1, "small", poll],
  ["one with a prompt model", 1, "small", (fetch) => writePrompt(fetch)],
  ["a batch of 20", 20, "small", generateBatch],
];

async function watch(fetch: Fetch, body: string): Promise<void> {
  const response = await postGeneration(fetch, body, { Accept: "text/event-stream" });
  expect((await readEvents(response)).at(-1)?.event).toBe("result");
}

let hasNoJobs = async () => {};

async function poll(fetch: Fetch, body: string): Promise<void> {
  const response = await postGeneration(fetch, body, { Prefer: "respond-async" });
  expect(response.status).toBe(202);
  const { id } = (await response.json()) as { id: string };
  await hasNoJobs();
  const { status } = (await (await fetch(`${BASE}/generations/${id}`)).json()) as { status: string };
  expect(status).toBe("succeeded");
}

async function writePrompt(fetch: Fetch): Promise<void> {
  await generateAll(fetch, { count: 1, atOnce: 1, body: costRequest("small", { mode: "prompt_ai" }) });
}

async function generateBatch(fetch: Fetch, body: string): Promise<void> {
  const client = createClient({ baseUrl: BASE, fetch });
  const items = Array.from({ length: 20 }, () => JSON.parse(body) as GenerationRequest);
  const outcomes = await client.generateMany(items, { concurrency: 4 });
  expect(outcomes.map(({ status }) => status)).toEqual(items.map(() => "succeeded"));
}

interface Database {
  readonly url: string;
  stop(): Promise<void>;
}

const SWEEP = /^store: (?:UPDATE chores|DELETE runs|DELETE keys)$/;

function describeCosts(engine: "postgres" | "redis", start: () => Promise<Database>): void {
  let database: Database;
  let meter: Meter<Role>;
  let probe: Probe;
  let handler: ReturnType<typeof openHandler>;
  let worker: Machine;

  beforeAll(async () => {
    database = await start();
    probe = openProbe(database.url);
    // Whole pages depend on the time since the last checkpoint.
    await probe.prepare({ wholePages: false });
    meter = await startMeter<Role>(database.url, ["handler", "worker"]);
    hasNoJobs = () => settle(meter, probe, QUEUE);
    const entries = { server, queue };
    const addressesOf = (role: Role) => ({
      store: meter.urlOf(role, "store"),
      queue: meter.urlOf(role, "queue"),
    });
    // Looks at intervals would be counted too, on a machine that is slow.
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const patient = { lockDurationMs: 600_000, stalledIntervalMs: 600_000 };
    handler = openHandler(entries, addressesOf("handler"));
    worker = await openWorker(entries, addressesOf("worker"), patient);
    // The first ones open connections, make tables and load scripts.
    await generateAll(handler.fetch, { count: 40, atOnce: 20, body: costRequest("small") });
  });
  beforeEach(() => settle(meter, probe, QUEUE));
  afterAll(async () => {
    await worker.close();
    await handler.close();
    await probe.close();
    await meter.close();
    await database.stop();
    vi.useRealTimers();
  });

  it.each(WAYS)("holds the costs of %s", async (_, count, size, ask) => {
    meter.take();
    const before = await probe.written();
    await ask(handler.fetch, costRequest(size));
    await settle(meter, probe, QUEUE);
    const written = (await probe.written()) - before;
    const { store, queue, wire, kinds } = addUp(Object.values(meter.take()));
    // The sweep comes once a minute, whoever is about then.
    const swept = kinds.filter(([kind]) => SWEEP.test(kind)).reduce((sum, [, calls]) => sum + calls, 0);
    const costs = {
      statements: (store - swept) / count,
      withQueue: (store + queue - swept) / count,
      written: written / count,
      wire: wire / count,
    };
    const limits = {
      ...LIMITS,
      withQueue: count === 1 ? LIMITS.withIdleQueue : LIMITS.withQueue,
      written: LIMITS.written[engine][size] + (count === 1 ? LIMITS.page : 0),
      wire: LIMITS.wire[size],
    };
    const over = Object.entries(costs)
      .map(([name, cost]) => ({ name, cost, most: limits[name as keyof typeof costs] }))
      .filter(({ cost, most }) => cost > most);
    const list = kinds.map(([kind, calls]) => `${calls / count} ${kind}`).join(", ");
    expect(over, list).toEqual([]);
  });

  it.each(["handler", "worker"] as const)("holds the connections of the %s", async (role) => {
    await generateAll(handler.fetch, { count: 60, atOnce: 20, body: costRequest("small") });
    expect(meter.mostConnections(role)).toBeLessThanOrEqual(LIMITS.connections);
  });
}

describe("the costs of a generation over PostgreSQL", () => describeCosts("postgres", startPostgres));
if (hasRedis) describe("the costs of a generation over Redis", () => describeCosts("redis", startRedis));
