import type { PostgresPool } from "./PostgresPool.js";
import { migratePostgres, quoteName } from "./migratePostgres.js";

/** The two tables of the run store, once they are there. */
export interface PostgresDatabase {
  /** Name of the schema, quoted for SQL. */
  readonly schema: string;
  /** Moment before which a run counts as forgotten. */
  readonly oldest: () => number;
  readonly query: <Row>(text: string, values: unknown[]) => Promise<Row[]>;
  /** Deletes what is forgotten, once a minute at most. */
  readonly sweep: () => Promise<void>;
}

/** Options of {@link openPostgresDatabase}: those of the store, defaults filled in. */
export interface PostgresDatabaseOptions {
  readonly pool: PostgresPool;
  readonly name: string;
  readonly migrate: boolean;
  readonly ttlMs: number;
}

const SWEEP_EVERY_MS = 60_000;

/** Makes the tables with the first statement where they are missing. */
export function openPostgresDatabase({
  pool,
  name,
  migrate,
  ttlMs,
}: PostgresDatabaseOptions): PostgresDatabase {
  const schema = quoteName(name);
  const oldest = () => Date.now() - ttlMs;
  let ready: Promise<void> | undefined;
  let sweptAt = Date.now();

  const query = async <Row>(text: string, values: unknown[]): Promise<Row[]> => {
    if (migrate) {
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
  return { schema, oldest, query, sweep };
}
