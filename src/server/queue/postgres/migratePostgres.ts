import type { PostgresPool } from "./PostgresPool.js";
import { POSTGRES_VERSIONS } from "./postgresVersions.js";

/** Any number that no other program's lock has. */
const LOCK = 7_042_619_350_921;
/** Longest wait for a table that others use, who wait behind it meanwhile. It is tried again after a pause, and by the next call. */
const LOCK_TIMEOUT = "200ms";

/** A name as SQL wants it, whatever it holds. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Brings the schema and its tables to the version that this package knows. Processes of the version before may go on
 * with it.
 *
 * @param mayChange whether it may create and change tables; otherwise it only looks
 * @throws Error for a schema that is too old and must not be changed, or that this package is too old for
 */
export async function migratePostgres(pool: PostgresPool, name: string, mayChange: boolean): Promise<void> {
  // Looked at first: "if not exists" would lock the tables that other processes are writing to.
  if (isCurrent(await readVersion(pool, name), name)) return;
  if (!mayChange) throw new Error(tooOld(name));
  const schema = quoteName(name);
  const client = await pool.connect();
  const ignore = () => undefined;
  client.on("error", ignore);
  try {
    await client.query("BEGIN");
    // One process at a time: two would both find nothing, and collide.
    await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    const version = await readVersion(client, name);
    if (!isCurrent(version, name)) {
      await client.query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`);
      for (const { to, change } of POSTGRES_VERSIONS) {
        if (to > (version?.version ?? 0)) await client.query(change(schema));
      }
    }
    await client.query("COMMIT");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  } finally {
    client.removeListener("error", ignore);
  }
}

interface SchemaVersion {
  /** Version of the tables: 0 without any. */
  readonly version: number;
  /** Oldest version of this package's tables that still works with them. */
  readonly worksFrom: number;
}

/** Read from the catalog's rows: `to_regclass` answers from a cache that does not know yet what another made just now. */
async function readVersion(
  database: Pick<PostgresPool, "query">,
  name: string,
): Promise<SchemaVersion | null> {
  const { rows: tables } = await database.query(
    "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = $1 AND tablename IN ('keys', 'versions')",
    [name],
  );
  const names = (tables as { tablename: string }[]).map(({ tablename }) => tablename);
  if (!names.includes("versions")) return names.includes("keys") ? { version: 1, worksFrom: 1 } : null;
  const { rows } = await database.query(
    `SELECT max(version) AS version, max(works_from) AS works_from FROM ${quoteName(name)}.versions`,
  );
  const [row] = rows as { version: number; works_from: number }[];
  return { version: row?.version ?? 1, worksFrom: row?.works_from ?? 1 };
}

const KNOWN = POSTGRES_VERSIONS.at(-1)?.to ?? 0;

function isCurrent(found: SchemaVersion | null, name: string): boolean {
  if (found && found.worksFrom > KNOWN) {
    throw new Error(
      `The tables of runs in the schema ${quoteName(name)} have version ${found.version}, which this version of ` +
        `image-generation-node cannot work with: it knows version ${KNOWN}. Update it, or give the store another \`schema\`.`,
    );
  }
  return found !== null && found.version >= KNOWN;
}

function tooOld(name: string): string {
  return (
    `The tables of runs in the schema ${quoteName(name)} are missing or older than version ${KNOWN}, and \`migrate\` is ` +
    "false. Start one process with `migrate: true` and a user that may change them."
  );
}
