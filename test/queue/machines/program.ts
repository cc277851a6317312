// One process of a deployment: a handler or a worker, as the first argument says. Everything else comes from the environment.
import { serve } from "@hono/node-server";
import { Redis } from "ioredis";
import pg from "pg";
import { createImageNodeHandler, fileStorage } from "image-generation-node/server";
import type { GenerateImageRequest } from "image-generation-node/server";
import {
  consumeGenerations,
  createGenerationQueue,
  createGenerationWorker,
  postgresRunStore,
  redisRunStore,
} from "image-generation-node/server/queue";
import type { GenerationEngine } from "image-generation-node/server/queue";
import { createPollerModels } from "../../server/journal/pollerModels.js";

const [role = ""] = process.argv.slice(2);
const {
  DATABASE = "",
  PICTURES = "",
  COUNTER = "",
  PUBLIC_URL = "",
  PORT = "",
  POLLERS,
  ACCOUNT,
  STORE_GATE,
  LATE_MS,
  TIMEOUT_MS = "30000",
  CONCURRENCY = "6",
  LOCK_MS,
  STALLED_MS,
} = process.env;

const isRedis = DATABASE.startsWith("redis");
/** The connections are named, so that a test can cut those of the queue or those of the store. */
const engine: GenerationEngine = isRedis
  ? { redis: { url: DATABASE, connectionName: "queue" } }
  : { postgres: { connectionString: DATABASE, application_name: "queue" } };
const runs = isRedis
  ? redisRunStore({ redis: new Redis(DATABASE, { connectionName: "store" }) })
  : postgresRunStore({
      pool: new pg.Pool({ connectionString: DATABASE, max: 6, application_name: "store" }),
    });

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

/** A model whose calls are counted, and take as long as, another process says. */
async function generate({ prompt, references = [] }: GenerateImageRequest): Promise<Uint8Array> {
  const widths = references.map(({ width }) => width);
  const call = { prompt, pid: process.pid, widths };
  const answer = await fetch(COUNTER, { method: "POST", body: JSON.stringify(call) });
  await answer.text();
  return picture;
}

/** Tells the host's account, which another process keeps. */
function ask(path: string) {
  return async (told: object) => {
    const response = await fetch(`${ACCOUNT}/${path}`, { method: "POST", body: JSON.stringify(told) });
    return (await response.json()) as never;
  };
}

const storage = fileStorage(PICTURES);

/** Stores an image once another process lets it. */
async function putThroughGate(...image: Parameters<typeof storage.put>) {
  await (await fetch(STORE_GATE ?? "", { method: "POST" })).text();
  return storage.put(...image);
}

const shared = {
  imageModels: {
    "test/painter": { provider: "test", model: { generate }, references: { max: 1 } },
    ...(POLLERS === undefined ? {} : createPollerModels(POLLERS, runs)),
  },
  references: true as const,
  storage: STORE_GATE === undefined ? storage : { ...storage, put: putThroughGate },
  runs,
  publicUrl: PUBLIC_URL,
  limits: {
    maxQueueMs: 8_000,
    timeoutMs: Number(TIMEOUT_MS),
    ...(LATE_MS === undefined ? {} : { lateMs: Number(LATE_MS) }),
  },
  ...(ACCOUNT === undefined ? {} : { spending: { reserve: ask("reserve"), settle: ask("settle") } }),
};

if (role === "handler") {
  const queue = createGenerationQueue({ engine });
  const handler = createImageNodeHandler({
    ...shared,
    signingSecret: "a secret that only handlers have",
    dangerouslyAllowAnonymous: true,
    dispatch: queue.dispatch,
  });
  serve({ fetch: handler, port: Number(PORT), hostname: "127.0.0.1" }, () => console.log("ready"));
} else {
  await consumeGenerations(createGenerationWorker(shared), {
    engine,
    concurrency: Number(CONCURRENCY),
    ...(LOCK_MS === undefined ? {} : { lockDurationMs: Number(LOCK_MS) }),
    ...(STALLED_MS === undefined ? {} : { stalledIntervalMs: Number(STALLED_MS) }),
  });
  console.log("ready");
}
