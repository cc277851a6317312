import type { Delivery } from "../engine/createDelivery.js";
import type { GenerationWorker } from "../createGenerationWorker.js";
import type { EngineQueue } from "../GenerationEngine.js";
import { toError } from "../store/toError.js";
import { turnsOf } from "./turnsOf.js";

/** Keeps the lines going, beside the runs that a worker carries out. */
export interface TurnKeeper {
  /** Takes a run that a worker starts out of its line, and delivers the next of the line. Never throws. */
  started(queue: EngineQueue, id: string): void;
  /** Stops looking for overdue runs, and resolves once all that was begun is done. */
  close(): Promise<void>;
}

/** Options of {@link createTurnKeeper}. */
export interface TurnKeeperOptions {
  readonly worker: Pick<GenerationWorker, "runs" | "execute">;
  readonly queues: readonly EngineQueue[];
  readonly delivery: Delivery;
  /** Time between two looks for overdue runs, and after which a ready one counts as such. */
  readonly everyMs: number;
  /** Called with what failed: it is tried again by the next look. */
  readonly onError: (error: Error) => void;
}

/** Runs that waited too long and are ended at once: a look must not take the run store from those under way. */
const ENDS_AT_ONCE = 5;

/** Creates the keeper of a worker's lines. It does nothing where the run store has none. */
export function createTurnKeeper(options: TurnKeeperOptions): TurnKeeper {
  const { worker, queues, delivery, everyMs, onError } = options;
  const turns = turnsOf(worker.runs);
  if (!turns) return { started: () => undefined, close: () => Promise.resolve() };
  const begun = new Set<Promise<void>>();
  let isClosed = false;

  const begin = (work: () => Promise<void>): Promise<void> => {
    const done = work()
      .catch((error: unknown) => onError(toError(error)))
      .finally(() => begun.delete(done));
    begun.add(done);
    return done;
  };
  /** Ends a run that waited too long, unless a worker has it. */
  const end = (id: string) =>
    begin(async () => {
      const run = await worker.runs.find(id);
      if (run?.status === "queued") await worker.execute(id);
    });
  const look = async (queue: EngineQueue) => {
    for (let isFull = true; isFull && !isClosed;) {
      const overdue = await turns.overdue(queue, everyMs);
      isFull = overdue.isFull;
      const expired = [...overdue.expired, ...overdue.expiredReady];
      for (let index = 0; index < expired.length; index += ENDS_AT_ONCE) {
        await Promise.all(expired.slice(index, index + ENDS_AT_ONCE).map(end));
      }
      // An engine that is away keeps no run from its end: what stands in it then finds a run that has ended.
      for (const id of overdue.expiredReady) void begin(() => delivery.remove(queue.name, id));
      await delivery.add(queue.name, overdue.ready);
    }
  };
  const looks = new Set<EngineQueue>();
  const timer = setInterval(() => {
    for (const queue of queues) {
      if (looks.has(queue)) continue;
      looks.add(queue);
      void begin(() => look(queue)).finally(() => looks.delete(queue));
    }
  }, everyMs);
  // A worker that has nothing else to do may end.
  if (typeof timer === "object") timer.unref();

  return {
    started(queue, id) {
      void begin(async () => delivery.add(queue.name, await turns.leave({ queue, id, isStart: true })));
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      while (begun.size > 0) await Promise.all(begun);
    },
  };
}
