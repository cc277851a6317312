import type * as Bullmq from "bullmq";
import type { PgPool } from "bullmq";
import type { Pool } from "pg";
import type { PostgresConfig } from "./readPostgresConfig.js";
import { loadPg } from "./loadPg.js";

/** Use of the pool by one queue or worker. */
export interface PoolLease {
  readonly pool: PgPool;
  /** Does something once for all leases of the pool; again when it failed. */
  readonly once: (work: () => Promise<void>) => Promise<void>;
  /** Ends the use; the last one ends the pool. */
  readonly end: () => Promise<void>;
}

/** Lends one pool to all queues and workers of an engine. */
export interface PoolShare {
  /** Lends the pool; to a worker with one connection more, on which it listens. */
  readonly lease: (listens: boolean) => PoolLease;
}

interface OpenPool {
  readonly pool: Pool;
  readonly facade: PgPool;
  users: number;
  done?: Promise<void> | undefined;
}

/**
 * Makes one pool for all queues of an engine: BullMQ would make one for each. Its connections have listeners from their
 * first moment on, since one that breaks without any ends the process.
 */
export async function sharePostgresPool(
  { isPgPool }: typeof Bullmq,
  config: PostgresConfig,
  onError: (error: Error) => void,
): Promise<PoolShare> {
  const { Pool: PoolOfPg } = await loadPg();
  let current: OpenPool | undefined;

  const open = (): OpenPool => {
    const pool = new PoolOfPg(config.pool);
    pool.on("error", onError);
    // While it is taken out, nobody else listens; whoever uses it is told by the statement that fails.
    pool.on("connect", (client) => void client.on("error", () => undefined));
    return { pool, facade: facadeOf(pool, isPgPool), users: 0 };
  };
  return {
    lease(listens) {
      const taken = (current ??= open());
      const { pool } = taken;
      taken.users += 1;
      if (listens) pool.options.max += 1;
      let isOpen = true;
      return {
        pool: taken.facade,
        once: (work) =>
          (taken.done ??= work().catch((error: unknown) => {
            taken.done = undefined;
            throw error;
          })),
        async end() {
          if (!isOpen) return;
          isOpen = false;
          taken.users -= 1;
          if (listens) pool.options.max -= 1;
          if (taken.users > 0) return;
          if (current === taken) current = undefined;
          await pool.end();
        },
      };
    },
  };
}

/** The pool as BullMQ sees it: it may neither end it nor add a listener for each of its queues. */
function facadeOf(pool: unknown, isPgPool: (pool: unknown) => pool is PgPool): PgPool {
  if (!isPgPool(pool)) throw new TypeError("BullMQ does not know the pool of this version of `pg`.");
  const facade: PgPool = {
    query: (text, values) => pool.query(text, values),
    connect: () => pool.connect(),
    end: () => Promise.resolve(),
    on: () => facade,
    removeAllListeners: () => facade,
  };
  return facade;
}
