import type { GenerationJob } from "../options.js";
import { queueOf } from "./GenerationEngine.js";
import type { GenerationQueueOptions } from "./GenerationEngine.js";
import { openEngine } from "./openEngine.js";
import { withPatience } from "./withPatience.js";

/** Sending side of the queue. */
export interface GenerationQueue {
  /**
   * Delivers a claimed run to a worker; pass it as the handler's option `dispatch`. Only the generation's id goes
   * through the engine. Tried again where a connection is lost; rejects when the engine does not take it within five
   * seconds. An engine that takes it later all the same does no harm: the worker finds a run that has ended.
   */
  dispatch(job: GenerationJob): Promise<void>;
  /** Closes the connections, within five seconds whether the engine answers or not. */
  close(): Promise<void>;
}

/** Attempts of a job while the run store is away, and milliseconds between them: about as long as a run waits at most. */
const ATTEMPTS = 30;
const BACKOFF_MS = 2_000;

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
  let engine: ReturnType<typeof openEngine> | undefined;

  const open = async (name: string): Promise<Queue> => {
    const queue = (await (engine ??= openEngine(options))).createQueue(name);
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
    // A worker fails a job only when the run store does not answer. What a second attempt may do is decided by the run, not by
    // the engine. Nothing stays behind afterwards.
    const bounds = { attempts: ATTEMPTS, backoff: { type: "fixed", delay: BACKOFF_MS } };
    await queue.add("generate", { id }, { jobId: id, ...bounds, removeOnComplete: true, removeOnFail: true });
  };

  return {
    // A job that was added by an attempt before, unheard, is the same job: it has the run's id.
    dispatch: (job) => withPatience("queue", () => add(job)),
    async close() {
      const open = await Promise.allSettled(queues.values());
      queues.clear();
      await Promise.all(open.map((queue) => queue.status === "fulfilled" && queue.value.close()));
    },
  };
}
