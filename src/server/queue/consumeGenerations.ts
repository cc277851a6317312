import type { GenerationWorker } from "./createGenerationWorker.js";
import { queuesOf } from "./GenerationEngine.js";
import type { GenerationQueueOptions } from "./GenerationEngine.js";
import { openEngine } from "./openEngine.js";

/** What {@link consumeGenerations} takes besides the worker. */
export interface GenerationConsumerOptions extends GenerationQueueOptions {
  /** Generations at once in this process, per queue. @default 8 */
  concurrency?: number | undefined;
  /** Milliseconds after which a worker that has fallen silent counts as dead. @default 10000 */
  lockDurationMs?: number | undefined;
  /** Milliseconds between two looks for such workers. @default 5000 */
  stalledIntervalMs?: number | undefined;
}

/** A process that takes generations from the queue. */
export interface GenerationConsumer {
  /** Takes no more, and resolves when what it had taken has ended. */
  close(): Promise<void>;
}

/**
 * Takes generations from BullMQ and gives their ids to the worker. A worker that dies is noticed after `lockDurationMs`
 * and `stalledIntervalMs`; its generations are delivered again. Rejects when the engine cannot be reached.
 */
export async function consumeGenerations(
  worker: GenerationWorker,
  options: GenerationConsumerOptions,
): Promise<GenerationConsumer> {
  const { createWorker } = await openEngine(options);
  const consumers = queuesOf(options).map(({ name, limit }) =>
    createWorker(name, ({ data }) => worker.execute(data.id), {
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
