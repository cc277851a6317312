import type { GenerationWorker } from "./createGenerationWorker.js";
import { queuesOf } from "./GenerationEngine.js";
import type { GenerationQueueOptions } from "./GenerationEngine.js";
import { openEngine } from "./openEngine.js";
import { readJobId } from "./readJobId.js";

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
 * `lockDurationMs` and `stalledIntervalMs`; its generations are delivered again. A connection that is lost is
 * opened again. Rejects when the engine cannot be reached or does not answer, and where a proxy of PostgreSQL lends its
 * connections by transaction.
 *
 * @example
 * const consumer = await consumeGenerations(worker, { engine: { redis: "redis://localhost:6379" } });
 * process.once("SIGTERM", () => void consumer.close());
 */
export async function consumeGenerations(
  worker: GenerationWorker,
  options: GenerationConsumerOptions,
): Promise<GenerationConsumer> {
  const { createWorker } = await openEngine(options);
  const consumers = queuesOf(options).map(({ name, limit }) =>
    createWorker(name, async ({ data }) => worker.execute(readJobId(data)), {
      concurrency: options.concurrency ?? 8,
      lockDuration: options.lockDurationMs ?? 10_000,
      stalledInterval: options.stalledIntervalMs ?? 5_000,
      ...(limit ? { limiter: { max: limit.max, duration: limit.durationMs } } : {}),
    }),
  );
  const closeAll = () => Promise.all(consumers.map((consumer) => consumer.close()));
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
