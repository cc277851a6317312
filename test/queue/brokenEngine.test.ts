import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { memoryStorage } from "image-generation-node/server";
import type { GenerationEngine } from "image-generation-node/server/queue";
import {
  consumeGenerations,
  createGenerationQueue,
  createGenerationWorker,
  postgresRunStore,
} from "image-generation-node/server/queue";
import type { GenerationConsumerOptions, SharedRunStore } from "image-generation-node/server/queue";
import { small, statusOf } from "../server/runHelpers.js";
import { BASE, body, createTestBackend, deferred, succeed, until } from "../server/testBackend.js";
import { freePort, startPostgres } from "./postgresServer.js";
import type { PostgresServer } from "./postgresServer.js";
import { hasRedis, startRedis } from "./redisServer.js";
import type { RedisServer } from "./redisServer.js";

let server: PostgresServer;
let redis: RedisServer | undefined;
let pool: pg.Pool;
const closers: (() => unknown)[] = [];

beforeAll(async () => {
  [server, redis] = await Promise.all([startPostgres(), hasRedis ? startRedis() : undefined]);
  pool = new pg.Pool({ connectionString: server.url, max: 6, application_name: "test" });
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(async () => {
  await pool.end();
  await Promise.all([server.stop(), redis?.stop()]);
});

const silent = () => undefined;
const JOB = { scope: "team", id: "gen_1", provider: "test" };

/** A handler, a queue and a worker, whose run store is not in the engine's way. */
function deploy(
  engine: GenerationEngine,
  options: Partial<GenerationConsumerOptions> = {},
  runs?: SharedRunStore,
) {
  const name = `test-${crypto.randomUUID()}`;
  const store = runs ?? postgresRunStore({ pool });
  const storage = memoryStorage();
  let calls = 0;
  let gate: Promise<unknown> = Promise.resolve();
  const generate = async () => {
    calls += 1;
    await gate;
    return small();
  };
  /** Holds the model from now on; returns what lets it go on. */
  const hold = () => {
    const { promise, resolve } = deferred<null>();
    gate = promise;
    return () => resolve(null);
  };
  const imageModels = { "test/painter": { provider: "test", model: { generate } } };
  const shared = { engine, name, onError: silent, ...options };
  const queue = createGenerationQueue(shared);
  closers.push(() => queue.close());
  const hooks = { onError: silent };
  const backend = createTestBackend({ imageModels, storage, runs: store, dispatch: queue.dispatch, hooks });
  const worker = createGenerationWorker({ imageModels, storage, runs: store, publicUrl: BASE, hooks });
  const consume = async () => {
    const consumer = await consumeGenerations(worker, shared);
    closers.push(() => consumer.close());
    return consumer;
  };
  return { backend, queue, worker, consume, hold, name, countCalls: () => calls };
}

/** A server that accepts connections and says nothing. */
async function startSilence(): Promise<number> {
  const sockets = new Set<Socket>();
  const silence = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", silent);
  });
  await new Promise<void>((resolve) => silence.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => silence.close(resolve));
  });
  return (silence.address() as AddressInfo).port;
}

describe("a queue in PostgreSQL", () => {
  const cutAll = async () => {
    const { rows } = await pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND application_name <> 'test'`,
    );
    return rows.length;
  };

  it("keeps the process, and goes on, whenever its connections are cut", async () => {
    let cuts = 0;
    let isOver = false;
    const cutting = (async () => {
      while (!isOver) cuts += await cutAll();
    })();
    // Some of these starts and calls fail, as they may. An error that nobody listens to would fail the file.
    const startAndStop = async (turn: number) => {
      const { queue, worker, name } = deploy({ postgres: server.url });
      const engine = { postgres: server.url };
      const starting = consumeGenerations(worker, { engine, name, onError: silent }).catch(() => null);
      await queue.dispatch({ scope: "team", id: `gen_${turn}`, provider: "test" }).catch(silent);
      await (await starting)?.close();
      await queue.close();
    };
    await Promise.all(Array.from({ length: 10 }, (_, turn) => startAndStop(turn)));
    isOver = true;
    await cutting;
    expect(cuts).toBeGreaterThan(0);
    const { backend, consume } = deploy({ postgres: server.url });
    await consume();
    await succeed(await backend.post("/generations", body()));
  });

  it("takes a generation that was made after its worker's connections were cut", async () => {
    const { backend, consume } = deploy({ postgres: server.url });
    await consume();
    await succeed(await backend.post("/generations", body()));
    for (let turn = 0; turn < 5; turn += 1) {
      expect(await cutAll()).toBeGreaterThan(0);
      await succeed(await backend.post("/generations", body({ prompt: { template: `Number ${turn}` } })));
    }
  });

  it("holds three connections as a worker and two as a handler, however many providers have a limit", async () => {
    const limit = { max: 1_000, durationMs: 1_000 };
    const providerLimits = Object.fromEntries(["test", "b", "c"].map((provider) => [provider, limit]));
    const engine = { postgres: { connectionString: server.url, application_name: "counted" } };
    const { backend, consume } = deploy(engine, { providerLimits });
    await consume();
    const counts: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await Promise.all(Array.from({ length: 6 }, () => backend.post("/generations", body())));
      const { rows } = await pool.query<{ name: string }>(
        "SELECT application_name AS name FROM pg_stat_activity WHERE application_name = 'counted'",
      );
      counts.push(rows.length);
    }
    // Besides one for each queue of the worker, on which it listens and which BullMQ names after the queue.
    expect(Math.max(...counts)).toBeLessThanOrEqual(4);
  });

  it("keeps the host's options in force, whatever the schema", async () => {
    const options = encodeURIComponent("-c application_name=host_option -c statement_timeout=21000");
    const connectionString = `${server.url}?options=${options}`;
    for (const engine of [
      { postgres: connectionString },
      { postgres: { connectionString, schema: "own_jobs", options: "-c lock_timeout=9000" } },
    ]) {
      const { backend, consume } = deploy(engine);
      await consume();
      await succeed(await backend.post("/generations", body()));
      const { rows } = await pool.query(
        "SELECT 1 FROM pg_stat_activity WHERE application_name = 'host_option'",
      );
      expect(rows.length).toBeGreaterThan(0);
    }
    const { rows } = await pool.query(
      "SELECT 1 FROM pg_tables WHERE schemaname = 'own_jobs' AND tablename = 'job'",
    );
    expect(rows.length).toBe(1);
  });

  it("does not wait for a server that never answers", async () => {
    const postgres = {
      connectionString: `postgres://postgres@127.0.0.1:${await startSilence()}/postgres`,
      connectionTimeoutMillis: 300,
    };
    const { consume, queue } = deploy({ postgres });
    await Promise.all([
      expect(consume()).rejects.toThrow(/timeout/),
      expect(queue.dispatch(JOB)).rejects.toThrow(/did not answer/),
    ]);
    await queue.close();
  });

  it("executes a generation again whose worker could not read it", async () => {
    const store = postgresRunStore({ pool });
    let refusals = 0;
    const find: SharedRunStore["find"] = async (id) => {
      if ((refusals += 1) <= 2) throw new Error("The store is away.");
      return store.find(id);
    };
    const { backend, consume, countCalls } = deploy({ postgres: server.url }, {}, { ...store, find });
    await consume();
    await succeed(await backend.post("/generations", body()));
    expect(refusals).toBeGreaterThan(2);
    expect(countCalls()).toBe(1);
  });
});

describe("a job that was added after its generation had ended", () => {
  it("is taken and left alone", async () => {
    const runs = postgresRunStore({ pool });
    const { backend, queue, consume, countCalls, name } = deploy({ postgres: server.url }, {}, runs);
    const engineIsLate = createTestBackend({
      runs,
      dispatch: () => Promise.reject(new Error("The engine did not answer in time.")),
      hooks: { onError: silent },
    });
    const response = await engineIsLate.post("/generations", body());
    const problem = (await response.json()) as { kind: string; id: string };
    expect(problem).toMatchObject({ kind: "overloaded", charged: false });
    await queue.dispatch({ scope: "team", id: problem.id, provider: "test" });
    await consume();
    // Taken from the engine, it is gone for good.
    await until(async () => {
      const { rows } = await pool.query("SELECT id FROM bullmq.job WHERE queue = $1", [name]);
      return rows.length === 0;
    });
    expect(countCalls()).toBe(0);
    expect(await statusOf(backend, problem.id)).toMatchObject({
      status: "failed",
      problem: { kind: "overloaded" },
    });
  });
});

function describeRedis() {
  it("does not wait for a server that never answers", async () => {
    const { consume, queue } = deploy({ redis: `redis://127.0.0.1:${await startSilence()}` });
    await Promise.all([
      expect(consume()).rejects.toThrow(/engine did not answer within 5000 ms/),
      expect(queue.dispatch(JOB)).rejects.toThrow(/did not answer/),
    ]);
    await queue.close();
  });

  it("does not begin to consume when it is away, and says why", async () => {
    const { consume } = deploy({ redis: `redis://127.0.0.1:${await freePort()}` });
    await expect(consume()).rejects.toThrow(/did not answer within 5000 ms: .*ECONNREFUSED/);
  });

  it("closes while it is away, once the work that it had taken is done", async () => {
    const own = await startRedis();
    const { backend, consume, queue, hold, countCalls } = deploy({ redis: own.url });
    const consumer = await consume();
    const letGo = hold();
    const response = backend.post("/generations", body());
    await until(() => countCalls() === 1);
    await own.stop();
    let isClosed = false;
    const closing = consumer.close().then(() => (isClosed = true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isClosed).toBe(false);
    letGo();
    await succeed(await response);
    await closing;
    await queue.close();
  });

  it("goes on when it was away", async () => {
    const own = await startRedis({ durable: true });
    closers.push(() => own.stop());
    const { backend, consume } = deploy({ redis: own.url });
    await consume();
    for (let turn = 0; turn < 2; turn += 1) {
      await succeed(await backend.post("/generations", body({ prompt: { template: `Number ${turn}` } })));
      await own.restart();
    }
    await succeed(await backend.post("/generations", body()));
  });
}

if (hasRedis) describe("a queue in Redis", describeRedis);
