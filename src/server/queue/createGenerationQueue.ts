import type { GenerationJob } from "../options.js";
import { queueOf } from "./GenerationEngine.js";
import type { GenerationQueueOptions } from "./GenerationEngine.js";
import { openEngine } from "./openEngine.js";

/** The sending side of the queue. */
export interface GenerationQueue {
  /**
   * Delivers a claimed run to a worker: the handler's option `dispatch`. Only the generation's id goes through the
   * engine. Rejects when the engine does not take it within five seconds.
   */
  dispatch(job: GenerationJob): Promise<void>;
  /** Lets the connections go. */
  close(): Promise<void>;
}

const PATIENCE_MS = 5_000;

/** Makes the sending side. It connects with the first generation. */
export function createGenerationQueue(options: GenerationQueueOptions): GenerationQueue {
  type Engine = Awaited<ReturnType<typeof openEngine>>;
  const queues = new Map<string, ReturnType<Engine["createQueue"]>>();
  let engine: Promise<Engine> | undefined;

  const open = async (provider: string) => {
    const { name } = queueOf(options, provider);
    const { createQueue } = await (engine ??= openEngine(options));
    const queue = queues.get(name) ?? createQueue(name);
    queues.set(name, queue);
    return queue;
  };
  const add = async ({ id, provider }: GenerationJob) => {
    const queue = await open(provider);
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
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      queues.clear();
    },
  };
}
