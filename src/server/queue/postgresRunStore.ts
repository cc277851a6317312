import type { RunRecord } from "../runs/RunStore.js";
import type { PostgresPool } from "./PostgresPool.js";
import type { SharedRunStore } from "./SharedRunStore.js";
import { claimKey } from "./claimKey.js";
import { channelOf, createRunChannels } from "./createRunChannels.js";
import { openPostgresChannels } from "./openPostgresChannels.js";
import { openPostgresDatabase } from "./openPostgresDatabase.js";
import {
  insertRun,
  releaseKey,
  replaceRun,
  selectKeptPrompt,
  selectRun,
  selectRunOfKey,
} from "./postgresStatements.js";
import { toMessage } from "./runMessages.js";
import { postgresTurns } from "./turns/postgresTurns.js";

/** Options of {@link postgresRunStore}. */
export interface PostgresRunStoreOptions {
  /** A `Pool` of `pg` with at least two connections: the store holds one while somebody waits for a run. */
  pool: PostgresPool;
  /** Schema that holds the two tables; `image_generation_node` by default. @default "image_generation_node" */
  schema?: string | undefined;
  /** Whether the first use makes the schema and its tables where they are missing; it does by default. @default true */
  migrate?: boolean | undefined;
  /** Milliseconds that a run is kept; 24 hours by default. @default 86400000 */
  ttlMs?: number | undefined;
}

/**
 * Keeps runs in PostgreSQL (13 or newer), so that several machines share them. Events travel by `LISTEN`, so the pool
 * must reach the server itself, or a proxy that keeps sessions. Watchers see no unfinished images.
 *
 * @example
 * const runs = postgresRunStore({ pool: new pg.Pool({ connectionString: process.env.DATABASE_URL }) });
 * const handler = createImageNodeHandler({ ...options, runs });
 */
export function postgresRunStore(options: PostgresRunStoreOptions): SharedRunStore {
  const { pool, schema = "image_generation_node", migrate = true, ttlMs = 24 * 60 * 60 * 1000 } = options;
  const database = openPostgresDatabase({ pool, name: schema, migrate, ttlMs });
  const get = async (scope: string, id: string) => {
    const run = await selectRun(database, id);
    return run?.scope === scope ? run : null;
  };
  const findByKey = (scope: string, key: string) => selectRunOfKey(database, scope, key);
  const channels = createRunChannels({ open: openPostgresChannels(pool), load: get });

  return {
    async create(run) {
      await database.sweep();
      return claimKey(run, () => insertRun(database, run), findByKey);
    },
    find: (id) => selectRun(database, id),
    get,
    findByKey,
    async update(scope, id, revision, patch) {
      const run = await get(scope, id);
      if (run?.revision !== revision) return null;
      const next: RunRecord = { ...run, ...patch, revision: revision + 1 };
      return (await replaceRun(database, next)) ? next : null;
    },
    freeKey: (scope, key, id, kept) => releaseKey(database, { scope, key, id }, kept),
    keptPrompt: (scope, key) => selectKeptPrompt(database, scope, key),
    async publish(scope, id, event) {
      const message = toMessage(event);
      if (message) {
        await database.query("SELECT pg_notify($1, $2)", [await channelOf(scope, id), message]);
      }
    },
    subscribe: channels.subscribe,
    turns: postgresTurns(database),
  };
}
