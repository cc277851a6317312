import type { StreamEvent } from "../../contract/index.js";
import type { RunRecord } from "../runs/RunStore.js";
import type { PostgresPool } from "./postgres/PostgresPool.js";
import type { SharedRunStore } from "./SharedRunStore.js";
import { claimKey } from "./store/claimKey.js";
import { complainOf } from "./store/complainOf.js";
import { readOverdue } from "./store/readOverdue.js";
import { reportOnce } from "./store/reportOnce.js";
import { readRecord } from "./store/runRecords.js";
import { createRunChannels } from "./channels/createRunChannels.js";
import { openPostgresChannels } from "./postgres/openPostgresChannels.js";
import { openPostgresDatabase } from "./postgres/openPostgresDatabase.js";
import {
  insertListener,
  insertRun,
  moveRequest,
  releaseKey,
  replaceRun,
  selectKeptPrompt,
  selectListeners,
  selectOverdueRecords,
  selectRun,
  selectRunOfKey,
} from "./postgres/postgresStatements.js";
import type { FoundRun } from "./postgres/postgresStatements.js";
import { postgresTurns } from "./turns/postgresTurns.js";

/** Options of {@link postgresRunStore}. */
export interface PostgresRunStoreOptions {
  /** A `Pool` of `pg` with at least two connections: the store holds one while somebody waits for a run. */
  pool: PostgresPool;
  /** Schema that holds the tables; `image_generation_node` by default. @default "image_generation_node" */
  schema?: string | undefined;
  /**
   * Whether the first use makes the schema and its tables where they are missing, and brings older ones up to date; it
   * does by default. With `false`, a missing or older schema is an error. @default true
   */
  migrate?: boolean | undefined;
  /** Milliseconds that a run is kept; 24 hours by default. @default 86400000 */
  ttlMs?: number | undefined;
  /** Called with errors of the pool's connections and of work in the background; `console.error` by default. */
  onError?: ((error: Error) => void) | undefined;
}

/**
 * Keeps runs in PostgreSQL (13 or newer), so that several machines share them. Events travel by `LISTEN`, so the pool
 * must reach the server itself, or a proxy that keeps sessions. Watchers see no unfinished images. A connection that is
 * lost is opened again; a call that gets no answer within five seconds rejects as `overloaded`.
 *
 * @example
 * const runs = postgresRunStore({ pool: new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 }) });
 * const handler = createImageNodeHandler({ ...options, runs });
 */
export function postgresRunStore(options: PostgresRunStoreOptions): SharedRunStore {
  const { pool, schema = "image_generation_node", migrate = true, ttlMs = 24 * 60 * 60 * 1000 } = options;
  const onError = reportOnce(options.onError ?? complainOf("run store"));
  const database = openPostgresDatabase({ pool, name: schema, migrate, ttlMs, onError });
  const remember = (found: FoundRun | null): RunRecord | null => {
    if (found) notes.remember(found.run.id, found.listeners);
    return found?.run ?? null;
  };
  const get = async (scope: string, id: string, withRequest?: boolean) => {
    const run = remember(await selectRun(database, id, withRequest));
    return run?.scope === scope ? run : null;
  };
  const findByKey = async (scope: string, key: string) =>
    remember(await selectRunOfKey(database, scope, key));
  const channels = createRunChannels({
    open: openPostgresChannels(pool, onError),
    load: get,
    note: (id, listener) => insertListener(database, id, listener),
  });
  const { notes } = channels;
  const publishAll = async (scope: string, id: string, events: readonly StreamEvent[]) => {
    const listeners = async () => notes.recall(id) ?? selectListeners(database, id);
    const notices = await channels.tell(scope, id, events, listeners);
    if (notices.length === 0) return;
    await database.query(
      "SELECT pg_notify(channel, text) FROM unnest($1::text[], $2::text[]) AS notice (channel, text)",
      [notices.map(({ channel }) => channel), notices.map(({ text }) => text)],
    );
  };

  return {
    async create(run, { watch } = {}) {
      database.sweep();
      const entry = watch ? notes.want(run.id, watch) : null;
      const claim = () => insertRun(database, run, entry === null ? [] : [entry]);
      const outcome = await claimKey(run, claim, findByKey);
      if (outcome.created) notes.stands(run.id, entry);
      else notes.forget(run.id);
      return outcome;
    },
    async find(id) {
      const found = await selectRun(database, id, true);
      if (found?.holdsRequest) await moveRequest(database, found.run);
      return remember(found);
    },
    get,
    findByKey,
    async update(scope, id, revision, patch, known) {
      const run = known?.revision === revision ? known : await get(scope, id);
      if (run?.revision !== revision || run.scope !== scope) return null;
      const next: RunRecord = { ...run, ...patch, revision: revision + 1 };
      const entry = notes.pending(id);
      const listeners = await replaceRun(database, next, entry, patch.request);
      if (!listeners) return null;
      notes.stands(id, entry);
      notes.remember(id, listeners);
      return next;
    },
    freeKey: (scope, key, id, kept) => releaseKey(database, { scope, key, id }, kept),
    keptPrompt: (scope, key) => selectKeptPrompt(database, scope, key),
    openReservations: (until, limit) =>
      readOverdue(
        { find: (count) => selectOverdueRecords(database, until, count), read: readRecord, onError },
        limit,
      ),
    publish: (scope, id, event) => publishAll(scope, id, [event]),
    publishAll,
    subscribe: channels.subscribe,
    turns: postgresTurns(database),
  };
}
