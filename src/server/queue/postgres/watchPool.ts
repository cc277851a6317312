import type { PostgresPool } from "./PostgresPool.js";

const watched = new WeakSet<PostgresPool>();

/**
 * Listens to the errors of a pool and of its connections, once per pool: an error that nobody listens to would end the
 * process. The pool itself opens a connection in the place of one that was lost.
 */
export function watchPool(pool: PostgresPool, onError: (error: Error) => void): void {
  if (watched.has(pool)) return;
  watched.add(pool);
  pool.on?.("error", onError);
  // One that is lent out tells its error to the query that runs on it; without a query, to nobody.
  pool.on?.("connect", (client) => void client.on("error", () => undefined));
}
