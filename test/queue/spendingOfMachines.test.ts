import { Redis } from "ioredis";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { memoryStorage } from "image-generation-node/server";
import type { RunPatch, RunStore, SpendingOptions } from "image-generation-node/server";
import {
  consumeGenerations,
  createGenerationQueue,
  createGenerationWorker,
  postgresRunStore,
  redisRunStore,
} from "image-generation-node/server/queue";
import type { GenerationEngine, SharedRunStore } from "image-generation-node/server/queue";
import { openAccount } from "../server/openAccount.js";
import { small, statusOf } from "../server/runHelpers.js";
import { BASE, body, createTestBackend, deferred, until } from "../server/testBackend.js";
import { startPostgres } from "./postgresServer.js";
import { hasRedis, startRedis } from "./redisServer.js";

const ASYNC = { Prefer: "respond-async" };
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A store of a process that hears nothing any more, from when it is told to until it is buried. */
function createMortal(runs: SharedRunStore) {
  let isDead = false;
  const grave = deferred<never>();
  grave.promise.catch(() => undefined);
  const store = new Proxy(runs, {
    get(target, name: keyof RunStore) {
      const member = target[name];
      if (typeof member !== "function") return member;
      return (...given: unknown[]) =>
        isDead ? grave.promise : (Reflect.apply(member, target, given) as unknown);
    },
  });
  const die = () => {
    isDead = true;
    closers.push(async () => grave.reject(new Error("This process is dead.")));
  };
  return { runs: store, die };
}

/** Handlers and workers of one host that share nothing but the database, the images and the account. */
function createDeployment(engine: GenerationEngine, open: () => SharedRunStore, generate = small) {
  const account = openAccount();
  const name = `test-${crypto.randomUUID()}`;
  const shared = { storage: memoryStorage(), imageModels: { "test/painter": { model: { generate } } } };
  const queue = createGenerationQueue({ engine, name });
  closers.push(() => queue.close());
  const handler = (options: { runs?: RunStore; spending?: SpendingOptions } = {}) =>
    createTestBackend({
      ...shared,
      spending: account.spending,
      runs: open(),
      dispatch: queue.dispatch,
      ...options,
    });
  const worker = async (options: { runs?: SharedRunStore; spending?: SpendingOptions } = {}) => {
    const hooks = { onError: () => undefined };
    const { spending } = account;
    const made = createGenerationWorker({
      ...shared,
      spending,
      runs: open(),
      publicUrl: BASE,
      hooks,
      ...options,
    });
    const consumer = await consumeGenerations(made, { engine, name, stalledIntervalMs: 200 });
    closers.push(() => consumer.close());
  };
  const runs = open();
  const mortal = createMortal(open());
  /** Lets the times of a run pass that a living process would have moved on. */
  const letPass = async (id: string, patch: RunPatch = {}) => {
    const run = await runs.find(id);
    const past = { abandonedAt: 1, deadlineAt: 1, ...patch };
    expect(await runs.update(run?.scope ?? "", id, run?.revision ?? 0, past)).not.toBeNull();
  };
  const isClosed = async (id: string) => (await runs.find(id))?.spending?.state === "closed";
  return { ...account, handler, worker, runs, letPass, isClosed, mortal };
}

async function start(backend: ReturnType<typeof createTestBackend>): Promise<string> {
  const response = await backend.post("/generations", body(), ASYNC);
  return ((await response.json()) as { id: string }).id;
}

function describeMachines(
  openMachines: () => { engine: GenerationEngine; open: () => SharedRunStore },
): void {
  const deploy = (generate = small) => {
    const { engine, open } = openMachines();
    return createDeployment(engine, open, generate);
  };

  it("settles each of twenty once, although the host fails at first and three workers look", async () => {
    const machines = deploy();
    const { requests, settlements, spending, isClosed, runs } = machines;
    const failed = new Set<string>();
    const settle: SpendingOptions["settle"] = (settlement) => {
      if (!failed.has(settlement.id)) {
        failed.add(settlement.id);
        throw new Error("Not now.");
      }
      return spending.settle(settlement);
    };
    const workers = Array.from({ length: 3 }, () => machines.worker({ spending: { ...spending, settle } }));
    await Promise.all(workers);
    const backend = machines.handler();
    const ids = await Promise.all(Array.from({ length: 20 }, () => start(backend)));
    await until(() => settlements.length >= 20);
    for (const id of ids) await until(() => isClosed(id));
    expect(new Set(requests.map(({ id }) => id))).toEqual(new Set(ids));
    expect(settlements.map(({ id, charged }) => `${id} ${charged}`).sort()).toEqual(
      ids.map((id) => `${id} true`).sort(),
    );
    expect(await runs.openReservations?.(Number.MAX_SAFE_INTEGER, 99)).toEqual([]);
  });

  it("settles once what a worker left that died while its model was called", async () => {
    let isDrawn = false;
    const gate = deferred<Uint8Array>();
    const machines = deploy(() => {
      isDrawn = true;
      return gate.promise;
    });
    await machines.worker({ runs: machines.mortal.runs });
    closers.push(async () => gate.reject(new Error("aborted")));
    const { die } = machines.mortal;
    const backend = machines.handler();
    const id = await start(backend);
    await until(() => isDrawn);
    die();
    await machines.letPass(id);
    await Promise.all([machines.worker(), machines.worker()]);
    await until(() => machines.isClosed(id));
    expect(machines.settlements).toMatchObject([{ id, token: `token of ${id}`, charged: null }]);
    expect(await statusOf(backend, id)).toMatchObject({ problem: { kind: "timeout", charged: null } });
  });

  it("settles what a handler left that died before it could note the token", async () => {
    const machines = deploy();
    const { runs, die } = machines.mortal;
    const reserve: SpendingOptions["reserve"] = async (request) => {
      const answer = machines.spending.reserve(request);
      die();
      return answer;
    };
    void start(machines.handler({ runs, spending: { ...machines.spending, reserve } }));
    await until(() => machines.requests.length === 1);
    const id = machines.requests[0]?.id ?? "";
    await machines.letPass(id, { spending: { state: "reserving", token: null, settleAfter: 1 } });
    await Promise.all([machines.worker(), machines.worker()]);
    await until(() => machines.isClosed(id));
    expect(machines.settlements).toMatchObject([{ id, token: null, charged: false }]);
  });
}

describe("machines with an account, over PostgreSQL", () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let pool: pg.Pool;
  beforeAll(async () => {
    server = await startPostgres();
    pool = new pg.Pool({ connectionString: server.url, max: 10 });
  });
  afterAll(async () => {
    await pool.end();
    await server.stop();
  });
  let schemas = 0;
  describeMachines(() => {
    const schema = `spending_${(schemas += 1)}`;
    return { engine: { postgres: server.url }, open: () => postgresRunStore({ pool, schema }) };
  });
});

describe.runIf(hasRedis)("machines with an account, over Redis", () => {
  let server: Awaited<ReturnType<typeof startRedis>>;
  const clients: Redis[] = [];
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => {
    for (const client of clients) client.disconnect();
    await server.stop();
  });
  describeMachines(() => {
    const redis = new Redis(server.url);
    clients.push(redis);
    const prefix = `test-${crypto.randomUUID()}`;
    return { engine: { redis: server.url }, open: () => redisRunStore({ redis, prefix }) };
  });
});
