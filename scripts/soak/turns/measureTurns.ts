import { Redis } from "ioredis";
import pg from "pg";
import { postgresRunStore, redisRunStore } from "image-generation-node/server/queue";
import type { GenerationEngine, ProviderLimit, SharedRunStore } from "image-generation-node/server/queue";
import { startPostgres } from "../../../test/queue/postgresServer.js";
import { hasRedis, startRedis } from "../../../test/queue/redisServer.js";
import { openDeployment } from "./openDeployment.js";

/** Measured line: what it is, the figures, and whether it holds. */
export interface TurnsLine {
  readonly name: string;
  readonly figures: string;
  readonly holds: boolean;
}

interface Ground {
  readonly name: string;
  readonly engine: GenerationEngine;
  readonly runs: SharedRunStore;
  readonly stop: () => Promise<void>;
}

/** Long enough that the machine is not what is measured. */
const MODEL_MS = 1_000;
const HOUR_MS = 3_600_000;
const SOLO_REQUESTS = 5;

/** Measures over each database that is there. */
export async function measureTurns(waiting: number, tell: (line: TurnsLine) => void): Promise<void> {
  for (const start of [startPostgresGround, ...(hasRedis ? [startRedisGround] : [])]) {
    const ground = await start();
    try {
      tell(await measureRing(ground, waiting, undefined));
      tell(await measureRing(ground, waiting, { max: 4, durationMs: MODEL_MS }));
      for (const line of await measureBurst(ground)) tell(line);
    } finally {
      await ground.stop();
    }
  }
}

async function startPostgresGround(): Promise<Ground> {
  const server = await startPostgres();
  const pool = new pg.Pool({ connectionString: server.url, max: 8 });
  return {
    name: "PostgreSQL",
    engine: { postgres: server.url },
    runs: postgresRunStore({ pool }),
    async stop() {
      await pool.end();
      await server.stop();
    },
  };
}

async function startRedisGround(): Promise<Ground> {
  const server = await startRedis();
  const redis = new Redis(server.url);
  return {
    name: "Redis",
    engine: { redis: server.url },
    runs: redisRunStore({ redis, prefix: `soak-${process.pid}` }),
    async stop() {
      redis.disconnect();
      await server.stop();
    },
  };
}

const open = ({ engine, runs }: Ground, maxQueueMs: number, limit: ProviderLimit | undefined) =>
  openDeployment({
    engine,
    runs,
    name: `soak-${crypto.randomUUID()}`,
    modelMs: MODEL_MS,
    maxQueueMs,
    // More than a limit of ten in a second needs, so that the limit is the narrower; else few.
    concurrency: limit ? 20 : 8,
    providerLimits: limit && { soak: limit },
  });

/** One workspace has thousands waiting; another asks for one image, some times. */
async function measureRing(
  ground: Ground,
  waiting: number,
  limit: ProviderLimit | undefined,
): Promise<TurnsLine> {
  const deployment = await open(ground, HOUR_MS, limit);
  let accepted = 0;
  for (let sent = 0; sent < waiting; sent += 50) {
    const batch = Array.from({ length: Math.min(50, waiting - sent) }, () =>
      deployment.generate("many", { Prefer: "respond-async" }),
    );
    accepted += (await Promise.all(batch)).filter(({ status }) => status === 202).length;
  }
  const times: number[] = [];
  let succeeded = 0;
  for (let index = 0; index < SOLO_REQUESTS; index += 1) {
    const begun = performance.now();
    const { status } = await deployment.generate("one");
    if (status === 200) succeeded += 1;
    times.push(performance.now() - begun);
  }
  await deployment.close();
  const most = Math.max(...times);
  return {
    name: `${ground.name}, ${limit ? `limit ${limit.max} in ${limit.durationMs} ms` : "no limit"}: one behind ${accepted} waiting`,
    figures: `${times.map((ms) => (ms / MODEL_MS).toFixed(1)).join(", ")} model times`,
    holds: accepted === waiting && succeeded === SOLO_REQUESTS && most <= 3 * MODEL_MS,
  };
}

/** Ten times as many at once as the limit lets start in time; those refused come again when they were told to. */
async function measureBurst(ground: Ground): Promise<TurnsLine[]> {
  const deployment = await open(ground, 3_000, { max: 10, durationMs: 1_000 });
  const begun = performance.now();
  const refusals: { told: number; after: number }[] = [];
  const others: number[] = [];
  await Promise.all(
    Array.from({ length: 300 }, async () => {
      const response = await deployment.generate("burst");
      if (response.status !== 503) return others.push(response.status);
      const { retryAfterMs } = (await response.json()) as { retryAfterMs: number };
      return refusals.push({ told: retryAfterMs, after: performance.now() - begun });
    }),
  );
  const succeeded = others.filter((status) => status === 200).length;
  const heard = Math.max(...refusals.map(({ after }) => after));
  const again = await Promise.all(
    refusals.map(async ({ told, after }) => {
      const left = begun + after + told - performance.now();
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, left)));
      return (await deployment.generate("burst")).status;
    }),
  );
  await deployment.close();
  const told = refusals.map((refusal) => refusal.told);
  const letIn = again.filter((status) => status === 200).length;
  return [
    {
      name: `${ground.name}, limit 10 in 1 s, patience 3 s: 300 at once`,
      figures: `${succeeded} of ${others.length} let in succeeded; ${refusals.length} refused, the last after ${toSeconds(heard)}`,
      // Thirty; fewer where the machine is too slow to ask for all within their patience.
      holds: succeeded === others.length && succeeded >= 20,
    },
    {
      name: `${ground.name}: those refused, when they come again`,
      figures: `${letIn} of ${again.length} succeeded, told ${toSeconds(Math.min(...told))} to ${toSeconds(Math.max(...told))}`,
      holds: letIn === again.length,
    },
  ];
}

const toSeconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
