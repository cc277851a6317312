import type { DispatchContext, GenerationDispatch, GenerationJob } from "../runs/GenerationDispatch.js";
import { createProblem } from "../http/createProblem.js";
import { createDelivery } from "./engine/createDelivery.js";
import { queueOf, queuesOf } from "./GenerationEngine.js";
import type { GenerationQueueOptions } from "./GenerationEngine.js";
import { complain, openEngine } from "./engine/openEngine.js";
import { toError } from "./store/toError.js";
import type { RunTurns, TurnEntry } from "./turns/RunTurns.js";
import { turnsOf } from "./turns/turnsOf.js";

/** Sending side of the queue. */
export interface GenerationQueue {
  /**
   * Delivers a claimed run to a worker when it is its workspace's turn; pass it as the handler's option `dispatch`. Only
   * the generation's id goes through the engine. Tried again where a connection is lost; rejects when the engine does not
   * take it within five seconds (one that takes it later does no harm: the worker finds a run that has ended), and at once, as `overloaded` with the time to wait, when the limit of its provider lets it not start in time.
   *
   * A function around it passes both arguments on. Without the second, runs are delivered in the order in which they
   * came, whatever their workspace.
   */
  readonly dispatch: GenerationDispatch & ((job: GenerationJob, context?: DispatchContext) => Promise<void>);
  /** Closes the connections, within five seconds whether the engine answers or not. */
  close(): Promise<void>;
}

/**
 * Creates the sending side of the queue. It connects with the first generation.
 *
 * @example
 * const queue = createGenerationQueue({ engine: { redis: "redis://localhost:6379" } });
 * const handler = createImageNodeHandler({ ...options, runs, dispatch: queue.dispatch });
 */
export function createGenerationQueue(options: GenerationQueueOptions): GenerationQueue {
  const { onError = complain } = options;
  let engine: ReturnType<typeof openEngine> | undefined;
  const delivery = createDelivery(() => (engine ??= openEngine(options)));

  /** Lets a run wait in its line, and delivers what the line lets through. Answers with the time to wait, or `null`. */
  const enter = async (turns: RunTurns, entry: TurnEntry): Promise<number | null> => {
    const { ready, refusedMs } = await turns.enter(entry);
    if (refusedMs !== null) return refusedMs;
    const { queue, id } = entry;
    // Another's that does not get through is found by the workers' watch: it is no fault of this one.
    const others = ready.filter((other) => other !== id);
    if (others.length > 0) void delivery.add(queue.name, others).catch(onError);
    if (others.length < ready.length) await delivery.add(queue.name, [id]);
    return null;
  };
  const dispatch = async (job: GenerationJob, context?: DispatchContext) => {
    const { scope, id, provider } = job;
    const queue = queueOf(options, provider);
    const turns = context && turnsOf(context.runs);
    if (!turns) return delivery.add(queue.name, [id]);
    const refusedMs = await enter(turns, { queue, scope, id, until: context.startBy }).catch(
      (error: unknown) => {
        // It may stand in its line all the same, in the place of another.
        void withdraw(job, context);
        throw error;
      },
    );
    if (refusedMs !== null) throw createProblem("overloaded", { id, retryAfterMs: refusedMs });
  };
  const withdraw: NonNullable<GenerationDispatch["withdraw"]> = async ({ id }, { runs }) => {
    const work = queuesOf(options).map(async (queue) => {
      const ready = await turnsOf(runs)?.leave({ queue, id, isStart: false });
      await delivery.remove(queue.name, id);
      await delivery.add(queue.name, ready ?? []);
    });
    for (const done of await Promise.allSettled(work)) {
      if (done.status === "rejected") onError(toError(done.reason));
    }
  };

  return { dispatch: Object.assign(dispatch, { withdraw }), close: () => delivery.close() };
}
