import type { PostgresPool } from "./PostgresPool.js";
import { turnTables } from "./turns/turnTables.js";

/** Any number that no other program's lock has. */
const LOCK = 7_042_619_350_921;

/** A name as SQL wants it, whatever it holds. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Makes the schema and its tables where they are missing. */
export async function migratePostgres(pool: PostgresPool, name: string): Promise<void> {
  // Looked at first: "if not exists" would lock the tables that other processes are writing to.
  if (await isThere(pool, name)) return;
  const schema = quoteName(name);
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    // One process at a time: two would both find nothing, and collide.
    await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    if (!(await isThere(client, name))) {
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
      // Records are text: jsonb would refuse a prompt that holds the character U+0000.
      await client.query(
        `CREATE TABLE IF NOT EXISTS ${schema}.runs
           (place text PRIMARY KEY, created_at bigint NOT NULL, revision bigint NOT NULL, record text NOT NULL);
         CREATE TABLE IF NOT EXISTS ${schema}.keys
           (place text PRIMARY KEY, run_place text, created_at bigint NOT NULL, kept text);
         CREATE INDEX IF NOT EXISTS runs_created_at_idx ON ${schema}.runs (created_at);
         CREATE INDEX IF NOT EXISTS keys_created_at_idx ON ${schema}.keys (created_at)`,
      );
      await client.query(turnTables(schema));
    }
    await client.query("COMMIT");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Read from the catalog's rows: `to_regclass` answers from a cache that does not know yet what another made just now. */
async function isThere(database: Pick<PostgresPool, "query">, name: string): Promise<boolean> {
  const { rows } = await database.query(
    "SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = $1 AND tablename = 'waiting'",
    [name],
  );
  return rows.length > 0;
}
