/** Part of a client that is asked. */
interface SessionClient {
  query(text: string): Promise<{ rows: unknown[] }>;
  release(destroy?: boolean): void;
}

/** Part of a pool that is asked. */
interface SessionPool {
  connect(): Promise<SessionClient>;
}

/** A proxy with two connections that it uses by turns is seen through by the third look. */
const LOOKS = 3;

/**
 * Rejects, in a sentence, where clients do not keep a connection of the server to themselves: behind pgbouncer in
 * transaction mode, and proxies like it, `LISTEN` is heard by nobody.
 *
 * @param pool one with room for two clients
 * @throws Error that says what to do.
 */
export async function assertSessions(pool: SessionPool): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    if (await keepsSessions(pool)) continue;
    throw new Error(
      "The queue cannot work through this proxy of PostgreSQL, because it lends the server's connections by transaction " +
        "(pgbouncer: `pool_mode = transaction`) and the queue listens on one: let the option `engine.postgres` lead to the " +
        "server itself, or to a pool with `pool_mode = session`.",
    );
  }
}

/** Whether two clients have two connections of the server, each the same before and after the other's transaction. */
async function keepsSessions(pool: SessionPool): Promise<boolean> {
  const first = await pool.connect();
  let fault: unknown = true;
  try {
    const second = await pool.connect();
    try {
      const before = await pidOf(first);
      await second.query("BEGIN");
      const other = await pidOf(second);
      // Asked only where it is not the same already: a proxy with one connection would let it wait for the other's end.
      const isKept = before !== other && (await pidOf(first)) === before;
      await second.query("ROLLBACK");
      fault = false;
      return isKept;
    } finally {
      second.release(fault === true);
    }
  } finally {
    first.release(fault === true);
  }
}

async function pidOf(client: SessionClient): Promise<unknown> {
  const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
  return (rows as { pid: unknown }[])[0]?.pid;
}
