import { Redis } from "ioredis";
import pg from "pg";
import type * as Server from "image-generation-node/server";
import type * as Queue from "image-generation-node/server/queue";
import { forgetfulStorage } from "../../../bench/scale/forgetfulStorage.ts";

/** The package's entries: its source in a test, what was built of it in a benchmark. */
export interface Entries {
  readonly server: typeof Server;
  readonly queue: typeof Queue;
}

/** Addresses of one process: of its run store's database and of its queue's engine. */
export interface Addresses {
  readonly store: string;
  readonly queue: string;
}

/** One process of a deployment, or its half of one. */
export interface Machine {
  close(): Promise<void>;
}

export const BASE = "https://costs.example/api";
/** Name of the queue. */
export const QUEUE = "costs";
/** Name of a queue that is used without us. */
export const BARE_QUEUE = "costs-bare";
/** Image models, by the milliseconds that they take; the first is the default. */
export const MODELS = { "test/painter": 5, "test/slow-painter": 10_000 } as const;

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

const modelOf = (ms: number) => ({
  provider: "test",
  model: {
    generate: async () => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      return new Uint8Array(picture);
    },
  },
});

/** Models that draw nothing, a storage that keeps nothing: what is measured is everything between them. */
const shared = {
  imageModels: Object.fromEntries(Object.entries(MODELS).map(([id, ms]) => [id, modelOf(ms)])),
  promptModels: { "test/writer": { model: { write: async () => "A red fox in the snow, at dusk" } } },
  storage: forgetfulStorage,
  publicUrl: BASE,
  // What is wrong shows in the answers.
  hooks: { onError: () => undefined },
};

/** The pool and the client are those of `docs/deploy.md`. */
function openStore({ queue }: Entries, address: string) {
  if (address.startsWith("redis")) {
    const redis = new Redis(address);
    return keepListening(queue.redisRunStore({ redis }), async () => redis.disconnect());
  }
  const pool = new pg.Pool({ connectionString: address, max: 4 });
  return keepListening(queue.postgresRunStore({ pool }), () => pool.end());
}

/** Listens all the time, as a process does that always has some runs: how it begins and ends is no cost of a generation. */
function keepListening(runs: Queue.SharedRunStore, close: () => Promise<void>) {
  const stop = runs.subscribe("costs", "gen_none", () => undefined, { interest: "end" });
  return {
    runs,
    async close() {
      (await stop)();
      await close();
    },
  };
}

export function engineOf(address: string) {
  return address.startsWith("redis") ? { redis: address } : { postgres: address };
}

/** Opens a handler, with a client's `fetch` in its place. */
export function openHandler(entries: Entries, addresses: Addresses): Machine & { fetch: typeof fetch } {
  const store = openStore(entries, addresses.store);
  const queue = entries.queue.createGenerationQueue({ engine: engineOf(addresses.queue), name: QUEUE });
  const handler = entries.server.createImageNodeHandler({
    ...shared,
    runs: store.runs,
    signingSecret: "for measuring only, long enough to be taken",
    dangerouslyAllowAnonymous: true,
    dispatch: queue.dispatch,
  });
  return {
    fetch: (input, init) => handler(new Request(input, init)),
    async close() {
      await queue.close();
      await store.close();
    },
  };
}

/** Opens a worker that takes 8 at once, with the times that are given. */
export async function openWorker(
  entries: Entries,
  addresses: Addresses,
  times: Pick<Queue.GenerationConsumerOptions, "lockDurationMs" | "stalledIntervalMs"> = {},
): Promise<Machine> {
  const store = openStore(entries, addresses.store);
  const worker = entries.queue.createGenerationWorker({ ...shared, runs: store.runs });
  const engine = engineOf(addresses.queue);
  const consumer = await entries.queue.consumeGenerations(worker, { engine, name: QUEUE, ...times });
  return {
    async close() {
      await consumer.close();
      await store.close();
    },
  };
}

/** Generates so many, so many at once, each under a key of its own. */
export async function generateAll(
  fetch: typeof globalThis.fetch,
  { count, atOnce, body }: { readonly count: number; readonly atOnce: number; readonly body: string },
): Promise<void> {
  let left = count;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      const response = await postGeneration(fetch, body);
      const answer = (await response.json()) as { status?: unknown };
      if (answer.status !== "succeeded") throw new Error(`The handler answered ${JSON.stringify(answer)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** Sends one request under a key of its own. */
export function postGeneration(
  fetch: typeof globalThis.fetch,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${BASE}/generations`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID(), ...headers },
    body,
  });
}
