import type { openEngine } from "./openEngine.js";
import { withPatience } from "../store/withPatience.js";

/**
 * Puts jobs into the engine's queues, and takes them out. Everything is tried again where a connection is lost, and rejects
 * after five seconds.
 */
export interface Delivery {
  /** Adds jobs, one after the other; an id that the queue has already is left as it is. */
  add(queue: string, ids: readonly string[]): Promise<void>;
  /** Removes a job that no worker has taken; any other is left as it is. */
  remove(queue: string, id: string): Promise<void>;
  /** Closes the connections. */
  close(): Promise<void>;
}

/** Attempts of a job while the run store is away, and milliseconds between them: about as long as a run waits at most. */
const ATTEMPTS = 30;
const BACKOFF_MS = 2_000;

type Engine = Pick<Awaited<ReturnType<typeof openEngine>>, "createQueue">;

/** Creates the sending side of an engine. It connects to a queue with its first job. */
export function createDelivery(openEngine: () => Promise<Engine>): Delivery {
  type Queue = ReturnType<Engine["createQueue"]>;
  const queues = new Map<string, Promise<Queue>>();

  const open = async (name: string): Promise<Queue> => {
    const queue = (await openEngine()).createQueue(name);
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
      withPatience("queue", async () => {
        if (ids.length === 0) return;
        const queue = await find(name);
        for (const id of ids) {
          // A worker fails a job only when the run store does not answer. What a second attempt may do is decided by the run, not
          // by the engine. Nothing stays behind afterwards.
          const bounds = { attempts: ATTEMPTS, backoff: { type: "fixed", delay: BACKOFF_MS } };
          const isGone = { removeOnComplete: true, removeOnFail: true };
          await queue.add("generate", { id }, { jobId: id, ...bounds, ...isGone });
        }
      }),
    remove: (name, id) => withPatience("queue", async () => void (await (await find(name)).remove(id))),
    async close() {
      const opened = await Promise.allSettled(queues.values());
      queues.clear();
      await Promise.all(opened.map((queue) => queue.status === "fulfilled" && queue.value.close()));
    },
  };
}
