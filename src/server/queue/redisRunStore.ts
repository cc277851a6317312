import type { StreamEvent } from "../../contract/index.js";
import type { KeptPrompt, RunRecord } from "../runs/RunStore.js";
import type { RedisClient } from "./redis/RedisClient.js";
import type { SharedRunStore } from "./SharedRunStore.js";
import { claimKey } from "./store/claimKey.js";
import { complainOf } from "./store/complainOf.js";
import { readOverdue } from "./store/readOverdue.js";
import { reportOnce } from "./store/reportOnce.js";
import { createRunChannels } from "./channels/createRunChannels.js";
import { openRedisChannels } from "./redis/openRedisChannels.js";
import { placeOf } from "./store/placeOf.js";
import {
  CLAIM,
  CLAIM_OPEN,
  FORGET,
  LISTEN,
  LISTENERS,
  MOVE,
  OVERDUE,
  READ,
  RELEASE,
  UPDATE,
  UPDATE_OPEN,
} from "./redis/redisScripts.js";
import { settlementDueAt } from "../spending/settlementDueAt.js";
import { readRecord, writeRecord } from "./store/runRecords.js";
import { withPatience } from "./store/withPatience.js";
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
  /** Called with errors of the client's connection; `console.error` by default. */
  onError?: ((error: Error) => void) | undefined;
}

/**
 * Keeps runs in Redis (6.2 or newer), so that several machines share them. The server needs `maxmemory-policy
 * noeviction` and persistence: a run that it forgets may be paid twice. Watchers see no unfinished images. A call that
 * gets no answer within five seconds rejects as `overloaded`.
 *
 * @example
 * const runs = redisRunStore({ redis: new Redis(process.env.REDIS_URL ?? "redis://localhost:6379") });
 * const handler = createImageNodeHandler({ ...options, runs });
 */
export function redisRunStore(options: RedisRunStoreOptions): SharedRunStore {
  const { redis, prefix = "image-generation-node", ttlMs = 24 * 60 * 60 * 1000 } = options;
  const onError = reportOnce(options.onError ?? complainOf("run store"));
  redis.on?.("error", onError);
  const names = createNames(prefix);
  const run = (script: string, keys: readonly string[], ...values: (string | number)[]) =>
    withPatience("run store", () => redis.eval(script, keys.length, ...keys, ...values));
  const read = (name: string) => withPatience("run store", () => redis.get(name));

  const get = async (scope: string, id: string, withRequest = false) => {
    const found = withRequest ? await find(id) : readVersioned(await read(await names.run(id)));
    return found?.scope === scope ? found : null;
  };
  const find = async (id: string) => {
    const request = await names.request(id);
    const [text, apart] = (await run(READ, [await names.run(id), request])) as (string | null)[];
    const found = readVersioned(text ?? null);
    if (!found) return null;
    if (typeof apart === "string") return { ...found, request: apart };
    // An earlier version of this package has written it into the record; what is written next leaves it out.
    if (found.request !== null) await run(MOVE, [request], found.request, found.createdAt + ttlMs);
    return found;
  };
  const findByKey = async (scope: string, key: string) => {
    const id = await read(await names.key(scope, key));
    return id === null ? null : get(scope, id);
  };
  const channels = createRunChannels({
    open: openRedisChannels(redis),
    load: get,
    note: async (id, listener) => run(LISTEN, [await names.run(id), await names.listeners(id)], listener),
  });
  const { notes } = channels;
  /** Name of a run among the open reservations, when it is due, and how long they are kept. */
  const reservationOf = (next: RunRecord) => [
    JSON.stringify([next.scope, next.id]),
    settlementDueAt(next) ?? "",
    ttlMs,
  ];
  const publishAll = async (scope: string, id: string, events: readonly StreamEvent[]) => {
    const listeners = async () =>
      notes.recall(id) ?? ((await run(LISTENERS, [await names.listeners(id)])) as string[]);
    const notices = await channels.tell(scope, id, events, listeners);
    const send = () => Promise.all(notices.map(({ channel, text }) => redis.publish(channel, text)));
    if (notices.length > 0) await withPatience("run store", send);
  };

  return {
    async create(claimed, { watch } = {}) {
      const { id, scope, key, createdAt, request } = claimed;
      const entry = watch ? notes.want(id, watch) : null;
      const keys = [
        await names.key(scope, key),
        await names.run(id),
        await names.request(id),
        await names.listeners(id),
      ];
      const values = [id, writeVersioned(claimed), createdAt + ttlMs, request ?? "", ...toList(entry)];
      const claim = async () =>
        (claimed.spending
          ? await run(CLAIM_OPEN, [...keys, names.open], ...values, ...reservationOf(claimed))
          : await run(CLAIM, keys, ...values)) === null;
      const outcome = await claimKey(claimed, claim, findByKey);
      if (outcome.created) notes.stands(id, entry);
      else notes.forget(id);
      return outcome;
    },
    find,
    get,
    findByKey,
    async update(scope, id, revision, patch, known) {
      const before = known?.revision === revision ? known : await get(scope, id);
      if (before?.revision !== revision || before.scope !== scope) return null;
      const next: RunRecord = { ...before, ...patch, revision: revision + 1 };
      const { request } = patch;
      const kept = request === null ? "1" : request === undefined ? "0" : `+${request}`;
      const entry = notes.pending(id);
      const keys = [await names.run(id), await names.request(id), await names.listeners(id)];
      const values = [`${revision}:`, writeVersioned(next), kept, ...toList(entry)];
      const listeners = (
        next.spending
          ? await run(UPDATE_OPEN, [...keys, names.open], ...values, ...reservationOf(next))
          : await run(UPDATE, keys, ...values)
      ) as string[] | null;
      if (!listeners) return null;
      notes.stands(id, entry);
      notes.remember(id, listeners);
      return next;
    },
    async freeKey(scope, key, runId, kept) {
      const keys = [await names.key(scope, key), await names.kept(scope, key)];
      await run(RELEASE, keys, runId, kept ? JSON.stringify(kept) : "", Date.now() + ttlMs);
    },
    async keptPrompt(scope, key) {
      const text = await read(await names.kept(scope, key));
      return text === null ? null : (JSON.parse(text) as KeptPrompt);
    },
    openReservations(until, limit) {
      const load = async (name: string) => {
        const text = await read(await names.run(idOf(name)));
        if (text === null) await run(FORGET, [names.open], name);
        return text;
      };
      const find = async (count: number) =>
        Promise.all(((await run(OVERDUE, [names.open], until, count)) as string[]).map(load));
      return readOverdue({ find, read: readVersioned, onError }, limit);
    },
    publish: (scope, id, event) => publishAll(scope, id, [event]),
    publishAll,
    subscribe: channels.subscribe,
    turns: redisTurns({ redis, prefix }),
  };
}

const toList = (value: string | null) => (value === null ? [] : [value]);

/** Finds the id in a run's name among the open reservations. */
const idOf = (name: string) => (JSON.parse(name) as [scope: string, id: string])[1];

/** Makes the names of the keys in Redis: of a run and what belongs to it, of an idempotency key, of the prompt that is kept with one. */
function createNames(prefix: string) {
  return {
    open: `${prefix}:open`,
    run: async (id: string) => `${prefix}:run:${await placeOf("run", id)}`,
    request: async (id: string) => `${prefix}:request:${await placeOf("run", id)}`,
    listeners: async (id: string) => `${prefix}:listeners:${await placeOf("run", id)}`,
    key: async (scope: string, key: string) => `${prefix}:key:${await placeOf("key", scope, key)}`,
    kept: async (scope: string, key: string) => `${prefix}:kept:${await placeOf("key", scope, key)}`,
  };
}

/** The revision stands in front, where a script can compare it without reading the JSON. */
function writeVersioned(run: RunRecord): string {
  return `${run.revision}:${writeRecord(run)}`;
}

function readVersioned(text: string | null): RunRecord | null {
  return text === null ? null : readRecord(text.slice(text.indexOf(":") + 1));
}
