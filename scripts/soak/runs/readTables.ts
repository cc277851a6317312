import type pg from "pg";

const SCHEMA = "image_generation_node";

/** State of one table of the store, by PostgreSQL's own account. */
export interface TableState {
  readonly name: string;
  readonly live: number;
  readonly dead: number;
  /** Size with indexes and long values. */
  readonly megabytes: number;
  readonly updates: number;
  /** Updates that touched no index. */
  readonly hot: number;
}

/** Reads the state of the store's tables. */
export async function readTables(pool: pg.Pool): Promise<readonly TableState[]> {
  // The counts are told by each connection about once a second.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const { rows } = await pool.query<Record<keyof TableState, string>>(
    `SELECT relname AS name, n_live_tup AS live, n_dead_tup AS dead, n_tup_upd AS updates, n_tup_hot_upd AS hot,
       pg_total_relation_size(relid) / 1e6 AS megabytes
     FROM pg_stat_user_tables WHERE schemaname = $1 ORDER BY relname`,
    [SCHEMA],
  );
  return rows.map(({ name, ...numbers }) => ({
    name,
    live: Number(numbers.live),
    dead: Number(numbers.dead),
    megabytes: Number(numbers.megabytes),
    updates: Number(numbers.updates),
    hot: Number(numbers.hot),
  }));
}

/** Counts the runs that were created before a time. */
export async function countOlder(pool: pg.Pool, time: number): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    `SELECT count(*) AS count FROM ${SCHEMA}.runs WHERE created_at <= $1`,
    [time],
  );
  return Number(rows[0]?.count);
}
