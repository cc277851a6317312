import { Queue, createPostgresBackend } from "bullmq";
import { Redis } from "ioredis";
import pg from "pg";
import { memoryStorage } from "image-generation-node/server";
import type { GenerateImageRequest, HandlerLimits } from "image-generation-node/server";
import {
  consumeGenerations,
  createGenerationQueue,
  createGenerationWorker,
  postgresRunStore,
  redisRunStore,
} from "image-generation-node/server/queue";
import type {
  GenerationConsumerOptions,
  GenerationEngine,
  SharedRunStore,
} from "image-generation-node/server/queue";
import { small } from "../server/runHelpers.js";
import { BASE, body, createTestBackend } from "../server/testBackend.js";
import { startPostgres } from "./postgresServer.js";
import { startRedis } from "./redisServer.js";

/** A database for run store and engine. */
export interface Ground {
  readonly engine: GenerationEngine;
  readonly open: () => SharedRunStore;
  /** Counts the jobs of a queue, whatever they wait for. */
  readonly countJobs: (name: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

export async function startPostgresGround(): Promise<Ground> {
  const server = await startPostgres();
  const pool = new pg.Pool({ connectionString: server.url, max: 10 });
  return {
    engine: { postgres: server.url },
    open: () => postgresRunStore({ pool }),
    countJobs: (name) => countJobs(new Queue(name, { connection: server.url }, createPostgresBackend)),
    async stop() {
      await pool.end();
      await server.stop();
    },
  };
}

export async function startRedisGround(): Promise<Ground> {
  const server = await startRedis();
  const redis = new Redis(server.url);
  return {
    engine: { redis: server.url },
    open: () => redisRunStore({ redis, prefix: `{turns-${process.pid}}` }),
    countJobs: (name) => countJobs(new Queue(name, { connection: { url: server.url } })),
    async stop() {
      redis.disconnect();
      await server.stop();
    },
  };
}

async function countJobs(queue: Pick<Queue, "getJobCounts" | "close">): Promise<number> {
  const counts = await queue.getJobCounts();
  await queue.close();
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Options of {@link deployTurns}. */
export interface TurnsDeployment extends Partial<GenerationConsumerOptions> {
  readonly generate?: ((request: GenerateImageRequest) => Promise<Uint8Array>) | undefined;
  readonly limits?: HandlerLimits | undefined;
}

/** A handler and a worker over one database. The model of the provider `limited` may have a limit. */
export function deployTurns(ground: Ground, closers: (() => Promise<void>)[], given: TurnsDeployment = {}) {
  const { generate, limits = { maxQueueMs: 3_600_000 }, ...options } = given;
  const { engine } = ground;
  const name = `turns-${crypto.randomUUID()}`;
  /** The prompts that the models were asked for, which name the run and its workspace. */
  const calls: string[] = [];
  const model = {
    generate: (request: GenerateImageRequest) => {
      calls.push(request.prompt);
      return generate ? generate(request) : small();
    },
  };
  const shared = {
    imageModels: {
      "test/painter": { provider: "test", model },
      "limited/painter": { provider: "limited", model },
    },
    storage: memoryStorage(),
    limits,
  };
  const queue = createGenerationQueue({ engine, name, ...options });
  closers.push(() => queue.close().catch(() => undefined));
  const runs = ground.open();
  const backend = createTestBackend({ ...shared, runs, dispatch: queue.dispatch });
  const hooks = { onError: () => undefined };
  const worker = createGenerationWorker({ ...shared, runs: ground.open(), publicUrl: BASE, hooks });
  const send = (scope: string, text: string, headers = {}, imageModel = "test/painter") =>
    backend.post("/generations", body({ prompt: { template: text }, imageModel }), {
      "X-Scope": scope,
      ...headers,
    });
  return {
    name,
    nameOfLimited: `${name}-for-limited`,
    runs,
    calls,
    backend,
    worker,
    queue,
    send,
    /** Starts a run and answers with its id. */
    async start(scope: string, text: string, imageModel?: string) {
      const response = await send(scope, text, { Prefer: "respond-async" }, imageModel);
      return ((await response.json()) as { id: string }).id;
    },
    async consume(more: Partial<GenerationConsumerOptions> = {}) {
      const consumer = await consumeGenerations(worker, { engine, name, ...options, ...more });
      closers.push(() => consumer.close());
      return consumer;
    },
  };
}
