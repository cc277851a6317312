import type { GenerationQueueOptions } from "./GenerationEngine.js";
import { openEngine } from "./openEngine.js";

/** Puts jobs into the engine's queues, and takes them out. Everything rejects after five seconds. */
export interface Delivery {
  /** Adds jobs, one after the other; an id that the queue has already is left as it is. */
  add(queue: string, ids: readonly string[]): Promise<void>;
  /** Removes a job that no worker has taken; any other is left as it is. */
  remove(queue: string, id: string): Promise<void>;
  /** Closes the connections. */
  close(): Promise<void>;
}

const PATIENCE_MS = 5_000;

/**
 * Creates the sending side of the engine. It connects to a queue with its first job.
 *
 * @param mostConnections most connections of each queue, where the engine is PostgreSQL
 */
export function createDelivery(options: GenerationQueueOptions, mostConnections: number): Delivery {
  type Queue = ReturnType<Awaited<ReturnType<typeof openEngine>>["createQueue"]>;
  const queues = new Map<string, Promise<Queue>>();

  const open = async (name: string): Promise<Queue> => {
    const queue = (await openEngine(options)).createQueue(name, mostConnections);
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
  const find = (name: string): Promise<Queue> => {
    const opening = queues.get(name) ?? open(name);
    queues.set(name, opening);
    return opening;
  };

  return {
    add: (name, ids) =>
      withPatience(async () => {
        if (ids.length === 0) return;
        const queue = await find(name);
        for (const id of ids) {
          // One attempt: what a second may do is decided by the run, not by the engine. Nothing stays behind afterwards.
          const bounds = { jobId: id, attempts: 1, removeOnComplete: true, removeOnFail: true };
          await queue.add("generate", { id }, bounds);
        }
      }),
    remove: (name, id) => withPatience(async () => void (await (await find(name)).remove(id))),
    async close() {
      const opened = await Promise.allSettled(queues.values());
      queues.clear();
      await Promise.all(opened.map((queue) => queue.status === "fulfilled" && queue.value.close()));
    },
  };
}

/** Waits for the engine for a while. What it does later than that is done all the same. */
function withPatience(work: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The queue's engine did not answer within ${PATIENCE_MS} ms.`)),
      PATIENCE_MS,
    );
    work()
      .finally(() => clearTimeout(timer))
      .then(resolve, reject);
  });
}
