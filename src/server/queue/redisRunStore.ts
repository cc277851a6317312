import type { KeptPrompt, RunRecord } from "../runs/RunStore.js";
import type { RedisClient } from "./RedisClient.js";
import type { SharedRunStore } from "./SharedRunStore.js";
import { claimKey } from "./claimKey.js";
import { channelOf, createRunChannels } from "./createRunChannels.js";
import { openRedisChannels } from "./openRedisChannels.js";
import { placeOf } from "./placeOf.js";
import { CLAIM, DELETE_IF, UPDATE, WRITE } from "./redisScripts.js";
import { toMessage } from "./runMessages.js";
import { redisTurns } from "./turns/redisTurns.js";

/** Options of {@link redisRunStore}. */
export interface RedisRunStoreOptions {
  /** A client of `ioredis`. The store makes a second connection of it and holds that while somebody waits for a run. */
  redis: RedisClient;
  /**
   * Beginning of every key; `image-generation-node` by default. A cluster needs braces around it, so that all keys lie
   * together. @default "image-generation-node"
   */
  prefix?: string | undefined;
  /** Milliseconds that a run is kept; 24 hours by default. @default 86400000 */
  ttlMs?: number | undefined;
}

/**
 * Keeps runs in Redis (6.2 or newer), so that several machines share them. The server needs `maxmemory-policy
 * noeviction` and persistence: a run that it forgets may be paid twice. Watchers see no unfinished images.
 *
 * @example
 * const runs = redisRunStore({ redis: new Redis(process.env.REDIS_URL ?? "redis://localhost:6379") });
 * const handler = createImageNodeHandler({ ...options, runs });
 */
export function redisRunStore(options: RedisRunStoreOptions): SharedRunStore {
  const { redis, prefix = "image-generation-node", ttlMs = 24 * 60 * 60 * 1000 } = options;
  const names = createNames(prefix);
  const find = async (id: string) => {
    const text = await redis.get(await names.run(id));
    return text === null ? null : readRecord(text);
  };
  const get = async (scope: string, id: string) => {
    const run = await find(id);
    return run?.scope === scope ? run : null;
  };
  const findByKey = async (scope: string, key: string) => {
    const id = await redis.get(await names.key(scope, key));
    return id === null ? null : get(scope, id);
  };
  const channels = createRunChannels({ open: openRedisChannels(redis), load: get });

  return {
    async create(run) {
      const name = await names.key(run.scope, run.key);
      const claim = async () => {
        const values = [run.id, writeRecord(run), run.createdAt + ttlMs];
        return (await redis.eval(CLAIM, 2, name, await names.run(run.id), ...values)) === null;
      };
      return claimKey(run, claim, findByKey);
    },
    find,
    get,
    findByKey,
    async update(scope, id, revision, patch) {
      const run = await get(scope, id);
      if (run?.revision !== revision) return null;
      const next: RunRecord = { ...run, ...patch, revision: revision + 1 };
      const changed = await redis.eval(UPDATE, 1, await names.run(id), `${revision}:`, writeRecord(next));
      return changed === 1 ? next : null;
    },
    async freeKey(scope, key, runId, kept) {
      const name = await names.key(scope, key);
      if ((await redis.get(name)) !== runId) return;
      // Kept first: whoever claims the freed key finds it.
      if (kept)
        await redis.eval(WRITE, 1, await names.kept(scope, key), JSON.stringify(kept), Date.now() + ttlMs);
      await redis.eval(DELETE_IF, 1, name, runId);
    },
    async keptPrompt(scope, key) {
      const text = await redis.get(await names.kept(scope, key));
      return text === null ? null : (JSON.parse(text) as KeptPrompt);
    },
    async publish(scope, id, event) {
      const message = toMessage(event);
      if (message) await redis.publish(await channelOf(scope, id), message);
    },
    subscribe: channels.subscribe,
    turns: redisTurns({ redis, prefix }),
  };
}

/** Makes the names of the keys in Redis: of a run, of an idempotency key, of the prompt that is kept with one. */
function createNames(prefix: string) {
  return {
    run: async (id: string) => `${prefix}:run:${await placeOf("run", id)}`,
    key: async (scope: string, key: string) => `${prefix}:key:${await placeOf("key", scope, key)}`,
    kept: async (scope: string, key: string) => `${prefix}:kept:${await placeOf("key", scope, key)}`,
  };
}

/** The revision stands in front, where a script can compare it without reading the JSON. */
function writeRecord(run: RunRecord): string {
  return `${run.revision}:${JSON.stringify(run)}`;
}

function readRecord(text: string): RunRecord {
  return JSON.parse(text.slice(text.indexOf(":") + 1)) as RunRecord;
}
