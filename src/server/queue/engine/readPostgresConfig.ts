import type { PoolConfig } from "pg";

/** Configuration of the queue's pool, and what BullMQ is told besides. */
export interface PostgresConfig {
  readonly schema: string;
  /** Whether missing tables are made. */
  readonly migrate: boolean;
  readonly skipVersionCheck: boolean;
  readonly pool: PoolConfig;
}

/** BullMQ's own schema. */
const SCHEMA = "bullmq";

/** Connections of the pool, without those that listen. */
const POOL_SIZE = 2;
const CONNECT_MS = 5_000;
const QUERY_MS = 30_000;

/**
 * Reads the option `postgres` of an engine: a connection string, or a configuration of `pg` with BullMQ's `schema`,
 * `migrate`, `skipMigrations` and `skipVersionCheck`. The server's `options` that it holds (of the configuration, of the
 * connection string, else of PGOPTIONS) stay in force, and the search path that BullMQ needs comes behind them.
 *
 * @throws Error for a schema that BullMQ does not take.
 */
export function readPostgresConfig(
  given: string | Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): PostgresConfig {
  const config: Readonly<Record<string, unknown>> =
    typeof given === "string" ? { connectionString: given } : given;
  const { schema = SCHEMA, migrate, skipMigrations, skipVersionCheck, ...rest } = config;
  if (typeof schema !== "string" || !/^[a-z_][\w$]{0,62}$/i.test(schema)) {
    throw new Error(
      `The queue cannot use the schema ${JSON.stringify(schema)}: it takes up to 63 letters, digits, "_" and "$", and no digit in front.`,
    );
  }
  const searchPath = `-c search_path="${schema}"`;
  const bounds = {
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
  const pool: PoolConfig = { ...bounds, ...rest };
  const address = normalize(pool.connectionString ?? "");
  const isUrl = address !== "" && !address.startsWith("/");
  const own = [pool.options, isUrl ? optionsOf(address) : undefined].filter(Boolean);
  const options = [...(own.length > 0 ? own : [environment.PGOPTIONS ?? ""]), searchPath]
    .join(" ")
    .trimStart();
  return {
    schema,
    migrate: typeof migrate === "boolean" ? migrate : skipMigrations !== true,
    skipVersionCheck: skipVersionCheck === true,
    // What the connection string says wins over the configuration beside it: so both say the same.
    pool: { ...pool, options, ...(isUrl && { connectionString: withOptions(address, options) }) },
  };
}

/** Escapes what `pg` would escape, so that it escapes nothing once more. */
function normalize(address: string): string {
  if (!/ |%[^a-f0-9]|%[a-f0-9][^a-f0-9]/i.test(address)) return address;
  return encodeURI(address).replace(/%25(\d\d)/g, "%$1");
}

function optionsOf(address: string): string | undefined {
  const [front = ""] = address.split("#", 1);
  const start = front.indexOf("?");
  return start < 0 ? undefined : new URLSearchParams(front.slice(start)).getAll("options").at(-1);
}

/** The last one of a name counts. */
function withOptions(address: string, options: string): string {
  const [front = ""] = address.split("#", 1);
  const hash = address.slice(front.length);
  return `${front}${front.includes("?") ? "&" : "?"}options=${encodeURIComponent(options)}${hash}`;
}
