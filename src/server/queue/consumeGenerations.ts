import type { GenerationWorker } from "./createGenerationWorker.js";
import { queuesOf } from "./GenerationEngine.js";
import type { GenerationQueueOptions } from "./GenerationEngine.js";
import { createDelivery } from "./engine/createDelivery.js";
import { complain, openEngine } from "./engine/openEngine.js";
import { readJobId } from "./readJobId.js";
import { createReservationKeeper } from "./createReservationKeeper.js";
import { createTurnKeeper } from "./turns/createTurnKeeper.js";

/** Options of {@link consumeGenerations}. */
export interface GenerationConsumerOptions extends GenerationQueueOptions {
  /** Most generations at once in this process, per queue; 8 by default. @default 8 */
  concurrency?: number | undefined;
  /** Milliseconds after which a silent worker counts as dead; 10 seconds by default. @default 10000 */
  lockDurationMs?: number | undefined;
  /** Milliseconds between two looks for dead workers; 5 seconds by default. @default 5000 */
  stalledIntervalMs?: number | undefined;
}

/** Receiving side of the queue. */
export interface GenerationConsumer {
  /**
   * Takes no more generations, and resolves once those it had taken have ended, five seconds later at most where the engine does
   * not answer.
   */
  close(): Promise<void>;
}

/**
 * Takes generations from BullMQ and passes their ids to the worker. A worker that dies is noticed after
 * `lockDurationMs` and `stalledIntervalMs`; its generations are delivered again. With each generation that it starts, the
 * next of that workspace gets its turn. A connection that is lost is opened again. Rejects when the engine cannot be
 * reached or does not answer, and where a proxy of PostgreSQL lends its connections by transaction.
 *
 * @example
 * const consumer = await consumeGenerations(worker, { engine: { redis: "redis://localhost:6379" } });
 * process.once("SIGTERM", () => void consumer.close());
 */
export async function consumeGenerations(
  worker: GenerationWorker,
  options: GenerationConsumerOptions,
): Promise<GenerationConsumer> {
  assertRuns(worker);
  const engine = await openEngine(options);
  const { concurrency = 8, lockDurationMs = 10_000, stalledIntervalMs = 5_000, onError = complain } = options;
  const queues = queuesOf(options);
  const delivery = createDelivery(async () => engine);
  const keeper = createTurnKeeper({ worker, queues, delivery, everyMs: stalledIntervalMs, onError });
  const reservations = createReservationKeeper(worker, stalledIntervalMs, onError);
  const consumers = queues.map((queue) => {
    const execute = async ({ data }: { data: unknown }) => {
      const id = readJobId(data);
      keeper.started(queue, id);
      await worker.execute(id);
    };
    return engine.createWorker(queue.name, execute, {
      concurrency,
      lockDuration: lockDurationMs,
      stalledInterval: stalledIntervalMs,
      ...(queue.limit ? { limiter: { max: queue.limit.max, duration: queue.limit.durationMs } } : {}),
    });
  });
  const closeAll = async () => {
    await Promise.all([...consumers.map((consumer) => consumer.close()), reservations.close()]);
    await keeper.close();
    await delivery.close();
  };
  try {
    await Promise.all(consumers.map((consumer) => consumer.waitUntilReady()));
  } catch (error) {
    await closeAll().catch(() => undefined);
    throw error;
  }
  return {
    async close() {
      await closeAll();
      await worker.settled();
    },
  };
}

/** A wrapper without the store would take runs and never let the next of their line through. */
function assertRuns({ runs }: Partial<GenerationWorker>): void {
  if (runs) return;
  throw new TypeError(
    "consumeGenerations got a worker without its run store, in which workspaces wait for their turns. Keep the member " +
      "`runs` of what createGenerationWorker returned: `{ ...worker, execute }`.",
  );
}
