import type * as Bullmq from "bullmq";
import type { BackendFactory, PostgresConnectionOptions, PostgresQueueBackend } from "bullmq";
import { assertSearchPath, explainRefusal } from "./assertSearchPath.js";
import { assertSessions } from "./assertSessions.js";
import { keepTrying } from "./keepTrying.js";
import type { PostgresConfig } from "./readPostgresConfig.js";
import { sharePostgresPool } from "./sharePostgresPool.js";
import type { PoolLease } from "./sharePostgresPool.js";

/** Milliseconds in which a start whose connection breaks is repeated: shorter than a generation waits to be queued. */
const START_MS = 4_000;

/**
 * Makes BullMQ's way to PostgreSQL: all queues and workers share one pool, whose connections may break at any moment.
 * Starting rejects, in a sentence, where a proxy keeps from BullMQ what it needs.
 */
export async function openPostgresEngine(
  bullmq: typeof Bullmq,
  config: PostgresConfig,
  onError: (error: Error) => void,
): Promise<BackendFactory<PostgresQueueBackend, PostgresConnectionOptions>> {
  const share = await sharePostgresPool(bullmq, config, onError);

  const migrate = async ({ pool }: PoolLease) => {
    const client = await pool.connect().catch((error: unknown) => {
      throw explainRefusal(error);
    });
    try {
      const bounds = { skipVersionCheck: config.skipVersionCheck };
      await (config.migrate
        ? bullmq.runMigrations(client, config.schema, bounds)
        : bullmq.assertSchemaCompatibility(client, config.schema, bounds));
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
    await assertSearchPath(pool, config.schema);
  };

  /** BullMQ's own, on a pool that is not its own, with any schema. */
  class SharedConnection extends bullmq.PostgresConnection {
    override readonly schema = config.schema;
    readonly #lease: PoolLease;
    readonly #listens: boolean;
    #ready: Promise<void> | undefined;

    constructor(lease: PoolLease, listens: boolean) {
      super(lease.pool);
      this.#lease = lease;
      this.#listens = listens;
    }

    override waitUntilReady(): Promise<void> {
      return (this.#ready ??= this.#start().catch((error: unknown) => {
        this.#ready = undefined;
        throw error;
      }));
    }

    async #start() {
      const lease = this.#lease;
      await lease.once(() => keepTrying(() => migrate(lease), START_MS));
      if (this.#listens) await keepTrying(() => assertSessions(lease.pool), START_MS);
    }

    override async close(): Promise<void> {
      await super.close();
      await this.#lease.end();
    }
  }

  return (name, opts, { withBlockingConnection = false } = {}) => {
    const connection = new SharedConnection(share.lease(withBlockingConnection), withBlockingConnection);
    return new bullmq.PostgresQueueBackend(
      connection,
      name,
      opts,
      true,
      withBlockingConnection ? name : undefined,
    );
  };
}
