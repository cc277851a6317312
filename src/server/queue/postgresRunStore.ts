import type { KeptPrompt, RunRecord } from "../runs/RunStore.js";
import { claimKey } from "./claimKey.js";
import { migratePostgres, quoteName } from "./migratePostgres.js";
import { placeOf } from "./placeOf.js";
import { channelOf, createRunChannels } from "./createRunChannels.js";
import { openPostgresChannels } from "./openPostgresChannels.js";
import { toMessage } from "./runMessages.js";
import type { SharedRunStore } from "./SharedRunStore.js";

/** What a client of `pg` hears on a channel. */
export interface PostgresNotification {
  /** The channel on which it came. */
  channel: string;
  /** The text that was sent. */
  payload?: string | undefined;
}

/** What is used of a client of `pg`. */
export interface PostgresClient {
  /** Runs one statement. */
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Listens to notifications. */
  on(event: "notification", listener: (message: PostgresNotification) => void): unknown;
  /** Listens to the connection's errors. */
  on(event: "error", listener: (error: Error) => void): unknown;
  /** Stops listening to notifications. */
  removeListener(event: "notification", listener: (message: PostgresNotification) => void): unknown;
  /** Stops listening to errors. */
  removeListener(event: "error", listener: (error: Error) => void): unknown;
  /** Gives the connection back, or ends it with true. */
  release(destroy?: boolean): void;
}

/** What is used of a `Pool` of `pg`. */
export interface PostgresPool {
  /** Runs one statement on any connection. */
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Takes a connection out of the pool. */
  connect(): Promise<PostgresClient>;
}

/** What {@link postgresRunStore} takes. */
export interface PostgresRunStoreOptions {
  /** A `Pool` of `pg`, of at least two connections: one is held while somebody waits for a run. */
  pool: PostgresPool;
  /** Where the two tables are. @default "image_generation_node" */
  schema?: string | undefined;
  /** Whether the schema and its tables are made with the first use where they are missing. @default true */
  migrate?: boolean | undefined;
  /** Milliseconds that a run is kept. @default 86400000 (24 hours) */
  ttlMs?: number | undefined;
}

const SWEEP_EVERY_MS = 60_000;

/**
 * Keeps runs in PostgreSQL (13 or newer), for several machines. Events are told by `LISTEN`, so the pool must reach the
 * server itself or through a proxy that keeps sessions. Unfinished pictures are not told.
 */
export function postgresRunStore(options: PostgresRunStoreOptions): SharedRunStore {
  const { pool } = options;
  const name = options.schema ?? "image_generation_node";
  const schema = quoteName(name);
  const ttlMs = options.ttlMs ?? 24 * 60 * 60 * 1000;
  const oldest = () => Date.now() - ttlMs;
  let ready: Promise<void> | undefined;
  let sweptAt = Date.now();

  const query = async <Row>(text: string, values: unknown[]): Promise<Row[]> => {
    if (options.migrate !== false) {
      ready ??= migratePostgres(pool, name);
      // A server that was away is asked again by the next call.
      await ready.catch((error: unknown) => {
        ready = undefined;
        throw error;
      });
    }
    return (await pool.query(text, values)).rows as Row[];
  };
  const sweep = async () => {
    if (Date.now() < sweptAt + SWEEP_EVERY_MS) return;
    sweptAt = Date.now();
    await query(`DELETE FROM ${schema}.runs WHERE created_at <= $1`, [oldest()]);
    await query(`DELETE FROM ${schema}.keys WHERE created_at <= $1`, [oldest()]);
  };
  const find = async (id: string) => {
    const [row] = await query<{ record: string }>(
      `SELECT record FROM ${schema}.runs WHERE place = $1 AND created_at > $2`,
      [await placeOf("run", id), oldest()],
    );
    return row ? (JSON.parse(row.record) as RunRecord) : null;
  };
  const get = async (scope: string, id: string) => {
    const run = await find(id);
    return run?.scope === scope ? run : null;
  };
  const findByKey = async (scope: string, key: string) => {
    const [row] = await query<{ record: string }>(
      `SELECT record FROM ${schema}.keys JOIN ${schema}.runs ON runs.place = keys.run_place
       WHERE keys.place = $1 AND runs.created_at > $2`,
      [await placeOf("key", scope, key), oldest()],
    );
    return row ? (JSON.parse(row.record) as RunRecord) : null;
  };
  const channels = createRunChannels({ open: openPostgresChannels(pool), load: get });

  return {
    async create(run) {
      await sweep();
      const values = [
        await placeOf("key", run.scope, run.key),
        await placeOf("run", run.id),
        run.createdAt,
        oldest(),
        run.revision,
        JSON.stringify(run),
      ];
      const claim = async () => {
        const rows = await query(
          `WITH claimed AS (
             INSERT INTO ${schema}.keys AS held (place, run_place, created_at) VALUES ($1, $2, $3)
             ON CONFLICT (place) DO UPDATE SET run_place = excluded.run_place, created_at = excluded.created_at
             WHERE held.run_place IS NULL OR held.created_at <= $4
             RETURNING run_place)
           INSERT INTO ${schema}.runs (place, created_at, revision, record)
           SELECT run_place, $3, $5, $6 FROM claimed RETURNING place`,
          values,
        );
        return rows.length > 0;
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
      const rows = await query(
        `UPDATE ${schema}.runs SET record = $3, revision = revision + 1
         WHERE place = $1 AND revision = $2 RETURNING place`,
        [await placeOf("run", id), revision, JSON.stringify(next)],
      );
      return rows.length > 0 ? next : null;
    },
    async freeKey(scope, key, runId, kept) {
      await query(
        `UPDATE ${schema}.keys SET run_place = NULL, kept = coalesce($3, kept) WHERE place = $1 AND run_place = $2`,
        [await placeOf("key", scope, key), await placeOf("run", runId), kept && JSON.stringify(kept)],
      );
    },
    async keptPrompt(scope, key) {
      const [row] = await query<{ kept: string | null }>(
        `SELECT kept FROM ${schema}.keys WHERE place = $1 AND created_at > $2`,
        [await placeOf("key", scope, key), oldest()],
      );
      return row?.kept ? (JSON.parse(row.kept) as KeptPrompt) : null;
    },
    async publish(scope, id, event) {
      const message = toMessage(event);
      if (message) await query("SELECT pg_notify($1, $2)", [await channelOf(scope, id), message]);
    },
    subscribe: channels.subscribe,
  };
}
