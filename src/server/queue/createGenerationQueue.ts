import type { GenerationJob } from "../options.js";
import { queueOf } from "./GenerationEngine.js";
import type { GenerationQueueOptions } from "./GenerationEngine.js";
import { openEngine } from "./openEngine.js";

/** Sending side of the queue. */
export interface GenerationQueue {
  /**
   * Delivers a claimed run to a worker; pass it as the handler's option `dispatch`. Only the generation's id goes
   * through the engine. Rejects when the engine does not take it within five seconds.
   */
  dispatch(job: GenerationJob): Promise<void>;
  /** Closes the connections. */
  close(): Promise<void>;
}

const PATIENCE_MS = 5_000;

/**
 * Creates the sending side of the queue. It connects with the first generation.
 *
 * @example
 * const queue = createGenerationQueue({ engine: { redis: "redis://localhost:6379" } });
 * const handler = createImageNodeHandler({ ...options, runs, dispatch: queue.dispatch });
 */
export function createGenerationQueue(options: GenerationQueueOptions): GenerationQueue {
  type Queue = ReturnType<Awaited<ReturnType<typeof openEngine>>["createQueue"]>;
  const queues = new Map<string, Promise<Queue>>();

  const open = async (name: string): Promise<Queue> => {
    const queue = (await openEngine(options)).createQueue(name);
    try {
      await queue.waitUntilReady();
      return queue;
    } catch (error) {
      // It would remember for ever that it could not connect: the next generation makes another.
      queues.delete(name);
      await queue.close().catch(() => undefined);
      throw error;
    }
  };
  const add = async ({ id, provider }: GenerationJob) => {
    const { name } = queueOf(options, provider);
    const opening = queues.get(name) ?? open(name);
    queues.set(name, opening);
    const queue = await opening;
    // One attempt: what a second may do is decided by the run, not by the engine. Nothing stays behind afterwards.
    await queue.add(
      "generate",
      { id },
      { jobId: id, attempts: 1, removeOnComplete: true, removeOnFail: true },
    );
  };

  return {
    dispatch: (job) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`The queue's engine did not take a generation within ${PATIENCE_MS} ms.`)),
          PATIENCE_MS,
        );
        add(job)
          .finally(() => clearTimeout(timer))
          .then(resolve, reject);
      }),
    async close() {
      const open = await Promise.allSettled(queues.values());
      queues.clear();
      await Promise.all(open.map((queue) => queue.status === "fulfilled" && queue.value.close()));
    },
  };
}
