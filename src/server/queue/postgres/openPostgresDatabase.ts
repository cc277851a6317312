import type { PostgresPool } from "./PostgresPool.js";
import type { PostgresDatabase } from "./PostgresDatabase.js";
import { createSweep } from "./createSweep.js";
import { migratePostgres, quoteName } from "./migratePostgres.js";
import { watchPool } from "./watchPool.js";
import { withPatience } from "../store/withPatience.js";

/** Options of {@link openPostgresDatabase}: those of the store, defaults filled in. */
export interface PostgresDatabaseOptions {
  readonly pool: PostgresPool;
  readonly name: string;
  readonly migrate: boolean;
  readonly ttlMs: number;
  readonly onError: (error: Error) => void;
}

/** Makes or changes the tables with the first statement where they are missing or older. */
export function openPostgresDatabase({
  pool,
  name,
  migrate,
  ttlMs,
  onError,
}: PostgresDatabaseOptions): PostgresDatabase {
  const schema = quoteName(name);
  const oldest = () => Date.now() - ttlMs;
  let ready: Promise<void> | undefined;
  let isPrepared = true;
  watchPool(pool, onError);

  const prepare = async () => {
    ready ??= migratePostgres(pool, name, migrate);
    // A server that was away is asked again by the next call.
    await ready.catch((error: unknown) => {
      ready = undefined;
      throw error;
    });
  };
  const query = <Row>(text: string, values: unknown[], patienceMs?: number): Promise<Row[]> =>
    withPatience(
      "run store",
      async (leftMs) => {
        await prepare();
        const statement = { text, values, query_timeout: leftMs };
        if (isPrepared) {
          try {
            return (await pool.query({ ...statement, name: statementName(text) })).rows as Row[];
          } catch (error) {
            if (!isForgotten(error)) throw error;
            isPrepared = false;
          }
        }
        return (await pool.query(statement)).rows as Row[];
      },
      patienceMs,
    );
  return { schema, oldest, query, sweep: createSweep({ schema, query, oldest, onError }) };
}

/** Whether the server knows no statement of that name, or another: a proxy has changed it beneath the connection. */
function isForgotten(error: unknown): boolean {
  const { code } = Object(error) as { code?: unknown };
  return code === "26000" || code === "42P05";
}

const names = new Map<string, string>();

/** Name under which connections keep a statement prepared: the same for the same text. */
function statementName(text: string): string {
  const name = names.get(text) ?? `imagenode_${names.size}`;
  names.set(text, name);
  return name;
}
