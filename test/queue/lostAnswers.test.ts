import { Redis } from "ioredis";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryStorage } from "image-generation-node/server";
import { createGenerationWorker, postgresRunStore, redisRunStore } from "image-generation-node/server/queue";
import type { PostgresPool, RedisClient, SharedRunStore } from "image-generation-node/server/queue";
import { small, statusOf } from "../server/runHelpers.js";
import { BASE, body, createTestBackend, until } from "../server/testBackend.js";
import { startPostgres } from "./postgresServer.js";
import { hasRedis, startRedis } from "./redisServer.js";

/** Breaks one call of many, before or after it is carried out. */
function createFault() {
  let left = Infinity;
  let isAfter = false;
  let calls = 0;
  const lost = () => Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  return {
    /** Calls since the fault was set. */
    calls: () => calls,
    set(index: number, when: "before" | "after") {
      [left, isAfter, calls] = [index, when === "after", 0];
    },
    async pass<Answer>(call: () => Promise<Answer>): Promise<Answer> {
      calls += 1;
      left -= 1;
      const breaks = left === 0;
      if (breaks && !isAfter) throw lost();
      const answer = await call();
      if (breaks) throw lost();
      return answer;
    },
  };
}

type Mode = "manual" | "auto";
type Fault = ReturnType<typeof createFault>;

/** One generation by a handler and a worker, each with a store whose connection the fault may cut. */
async function generate(open: (fault: Fault) => SharedRunStore, set: (fault: Fault) => void, mode: Mode) {
  const fault = createFault();
  const storage = memoryStorage();
  let images = 0;
  let prompts = 0;
  const shared = {
    storage,
    imageModels: { painter: { model: { generate: () => ((images += 1), small()) } } },
    promptModels: { writer: { model: { write: async () => ((prompts += 1), "A fox") } } },
  };
  const worker = createGenerationWorker({
    ...shared,
    runs: open(fault),
    publicUrl: BASE,
    hooks: { onError: () => undefined },
  });
  const work: Promise<void>[] = [];
  const backend = createTestBackend({
    ...shared,
    runs: open(fault),
    dispatch: async ({ id }) => void work.push(worker.execute(id)),
  });
  set(fault);
  const response = await backend.post("/generations", body({ prompt: { mode } }), {
    Prefer: "respond-async",
  });
  const { id } = (await response.json()) as { id: string };
  await until(() => work.length > 0);
  await Promise.all(work);
  const calls = fault.calls();
  return { status: (await statusOf(backend, id)).status, images, prompts, calls };
}

function describeLosses(open: (fault: Fault) => SharedRunStore) {
  it.each<Mode>(["manual", "auto"])(
    "goes on whichever call of a generation is cut, in the mode %s",
    async (mode) => {
      const prompts = mode === "auto" ? 1 : 0;
      const whole = await generate(open, (fault) => fault.set(Infinity, "before"), mode);
      expect(whole).toMatchObject({ status: "succeeded", images: 1, prompts });
      expect(whole.calls).toBeGreaterThan(5);
      const ends: unknown[] = [];
      for (const when of ["before", "after"] as const) {
        for (let index = 1; index <= whole.calls; index += 1) {
          const end = await generate(open, (fault) => fault.set(index, when), mode);
          if (end.status !== "succeeded" || end.images !== 1 || end.prompts !== prompts)
            ends.push({ when, index, ...end });
        }
      }
      expect(ends).toEqual([]);
    },
  );
}

describe("postgresRunStore", () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let pool: pg.Pool;
  beforeAll(async () => {
    server = await startPostgres();
    pool = new pg.Pool({ connectionString: server.url, max: 6 });
  });
  afterAll(async () => {
    await pool.end();
    await server.stop();
  });

  describeLosses((fault) => {
    const cut: PostgresPool = {
      query: (statement, values) => fault.pass(() => pool.query(statement, values)),
      connect: () => pool.connect(),
    };
    return postgresRunStore({ pool: cut });
  });
});

function describeRedis() {
  let server: Awaited<ReturnType<typeof startRedis>>;
  let redis: Redis;
  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });

  describeLosses((fault) => {
    const cut: RedisClient = {
      get: (key) => fault.pass(() => redis.get(key)),
      eval: (script, count, ...rest) => fault.pass(() => redis.eval(script, count, ...rest)),
      publish: (channel, message) => fault.pass(() => redis.publish(channel, message)),
      duplicate: () => redis.duplicate(),
    };
    return redisRunStore({ redis: cut, prefix: "cut" });
  });
}

if (hasRedis) describe("redisRunStore", describeRedis);
