import type { PostgresPool } from "./PostgresPool.js";

const PATIENCE_MS = 2_000;

/** Pools of which is known whether notices come. */
const known = new WeakSet<PostgresPool>();

/** A notice on its way to the connection that listens. */
export interface ExpectedNotice {
  /** Says whether a message is the notice, which is nobody else's. */
  hear(payload: string): boolean;
  /** Waits for it no longer. */
  stop(): void;
}

/**
 * Sends a notice to a channel that was listened to just now, by another connection of the pool. Where it does not come, a
 * proxy lends the server's connections by transaction (pgbouncer in transaction mode): that is reported, once per pool. The
 * store goes on by looks at intervals.
 *
 * @param onError gets the report, which says what to do
 * @param patienceMs time until it should be there; 2 seconds by default
 */
export function expectNotice(
  pool: PostgresPool,
  channel: string,
  onError: (error: Error) => void,
  patienceMs = PATIENCE_MS,
): ExpectedNotice {
  const notice = `imagenode-notice-${crypto.randomUUID()}`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = known.has(pool);
  const stop = () => {
    isOver = true;
    clearTimeout(timer);
  };
  const report = () => {
    if (isOver || known.has(pool)) return;
    known.add(pool);
    stop();
    onError(
      new Error(
        "The run store does not hear PostgreSQL's notices, because a proxy lends the server's connections by transaction " +
          "(pgbouncer: `pool_mode = transaction`), so every caller waits up to two seconds longer and a cancel is late: let " +
          "the option `pool` of `postgresRunStore` lead to the server itself, or to a pool with `pool_mode = session`.",
      ),
    );
  };
  if (!isOver) {
    // Counted from when the server took it, however slow it is. A call that fails says nothing of notices.
    pool.query("SELECT pg_notify($1, $2)", [channel, notice]).then(
      () => {
        if (!isOver) timer = setTimeout(report, patienceMs);
      },
      () => undefined,
    );
  }
  return {
    hear(payload) {
      if (payload !== notice) return false;
      known.add(pool);
      stop();
      return true;
    },
    stop,
  };
}
