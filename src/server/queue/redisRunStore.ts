import type { KeptPrompt, RunRecord } from "../runs/RunStore.js";
import { claimKey } from "./claimKey.js";
import { channelOf, createRunChannels } from "./createRunChannels.js";
import { openRedisChannels } from "./openRedisChannels.js";
import { placeOf } from "./placeOf.js";
import { toMessage } from "./runMessages.js";
import type { SharedRunStore } from "./SharedRunStore.js";

/** What is used of a client of `ioredis`. */
export interface RedisClient {
  /** Reads a key. */
  get(key: string): Promise<string | null>;
  /** Runs a Lua script. */
  eval(script: string, keyCount: number, ...keysAndArguments: (string | number)[]): Promise<unknown>;
  /** Sends a message to a channel. */
  publish(channel: string, message: string): Promise<number>;
  /** Opens a second connection, for listening. */
  duplicate(): RedisSubscriber;
}

/** What is used of a client of `ioredis` that only listens. */
export interface RedisSubscriber {
  /** Begins to listen to a channel. */
  subscribe(channel: string): Promise<unknown>;
  /** Stops listening to a channel. */
  unsubscribe(channel: string): Promise<unknown>;
  /** Closes the connection. */
  disconnect(): void;
  /** Listens to messages. */
  on(event: "message", listener: (channel: string, message: string) => void): unknown;
  /** Listens to the connection's errors. */
  on(event: "error", listener: (error: Error) => void): unknown;
  /** Listens to the connection's end. */
  on(event: "close", listener: () => void): unknown;
}

/** What {@link redisRunStore} takes. */
export interface RedisRunStoreOptions {
  /** A client of `ioredis`. A second connection is made of it, and held while somebody waits for a run. */
  redis: RedisClient;
  /** What the keys begin with. A cluster needs braces around it, so that all lie together. @default "image-generation-node" */
  prefix?: string | undefined;
  /** Milliseconds that a run is kept. @default 86400000 (24 hours) */
  ttlMs?: number | undefined;
}

/**
 * Keeps runs in Redis (6.2 or newer), for several machines. The server needs `maxmemory-policy noeviction` and
 * persistence: a run that it forgets may be paid twice. Unfinished pictures are not told.
 */
export function redisRunStore(options: RedisRunStoreOptions): SharedRunStore {
  const { redis } = options;
  const prefix = options.prefix ?? "image-generation-node";
  const ttlMs = options.ttlMs ?? 24 * 60 * 60 * 1000;
  const runPlace = async (id: string) => `${prefix}:run:${await placeOf("run", id)}`;
  const keyPlace = async (scope: string, key: string) => `${prefix}:key:${await placeOf("key", scope, key)}`;
  const keptPlace = async (scope: string, key: string) =>
    `${prefix}:kept:${await placeOf("key", scope, key)}`;

  const find = async (id: string) => {
    const text = await redis.get(await runPlace(id));
    return text === null ? null : readRecord(text);
  };
  const get = async (scope: string, id: string) => {
    const run = await find(id);
    return run?.scope === scope ? run : null;
  };
  const findByKey = async (scope: string, key: string) => {
    const id = await redis.get(await keyPlace(scope, key));
    return id === null ? null : get(scope, id);
  };
  const channels = createRunChannels({ open: openRedisChannels(redis), load: get });

  return {
    async create(run) {
      const endsAt = run.createdAt + ttlMs;
      const place = await keyPlace(run.scope, run.key);
      const claim = async () => {
        const record = writeRecord(run);
        const held = await redis.eval(CLAIM, 2, place, await runPlace(run.id), run.id, record, endsAt);
        return held === null;
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
      const changed = await redis.eval(UPDATE, 1, await runPlace(id), `${revision}:`, writeRecord(next));
      return changed === 1 ? next : null;
    },
    async freeKey(scope, key, runId, kept) {
      const place = await keyPlace(scope, key);
      if ((await redis.get(place)) !== runId) return;
      // Kept first: whoever claims the freed key finds it.
      if (kept)
        await redis.eval(WRITE, 1, await keptPlace(scope, key), JSON.stringify(kept), Date.now() + ttlMs);
      await redis.eval(DELETE_IF, 1, place, runId);
    },
    async keptPrompt(scope, key) {
      const text = await redis.get(await keptPlace(scope, key));
      return text === null ? null : (JSON.parse(text) as KeptPrompt);
    },
    async publish(scope, id, event) {
      const message = toMessage(event);
      if (message) await redis.publish(await channelOf(scope, id), message);
    },
    subscribe: channels.subscribe,
  };
}

// Both at once: a handler that dies in between would leave a run that nobody finds.
const CLAIM = `
local held = redis.call("GET", KEYS[1])
if held then return held end
redis.call("SET", KEYS[1], ARGV[1], "PXAT", ARGV[3])
redis.call("SET", KEYS[2], ARGV[2], "PXAT", ARGV[3])
return nil`;
const WRITE = `redis.call("SET", KEYS[1], ARGV[1], "PXAT", ARGV[2])`;
const DELETE_IF = `if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("DEL", KEYS[1]) end return 0`;
const UPDATE = `
local known = redis.call("GET", KEYS[1])
if known and string.sub(known, 1, #ARGV[1]) == ARGV[1] then
  redis.call("SET", KEYS[1], ARGV[2], "KEEPTTL")
  return 1
end
return 0`;

/** The revision stands in front, where a script can compare it without reading the JSON. */
function writeRecord(run: RunRecord): string {
  return `${run.revision}:${JSON.stringify(run)}`;
}

function readRecord(text: string): RunRecord {
  return JSON.parse(text.slice(text.indexOf(":") + 1)) as RunRecord;
}
