import type { GenerationWorker } from "./createGenerationWorker.js";
import { toError } from "./store/toError.js";

/** Looks for overdue reservations beside the runs that a worker carries out. */
export interface ReservationKeeper {
  /** Stops looking, and resolves once the settlements that a look had begun are done. */
  close(): Promise<void>;
}

/** Creates the keeper of a worker. One that was made by other means may have no `settleOverdue`: nothing is looked for then. */
export function createReservationKeeper(
  worker: Partial<Pick<GenerationWorker, "settleOverdue">>,
  everyMs: number,
  onError: (error: Error) => void,
): ReservationKeeper {
  const closing = new AbortController();
  let looking: Promise<void> | null = null;
  const look = async () => {
    try {
      await worker.settleOverdue?.(closing.signal);
    } catch (error) {
      onError(toError(error));
    }
    looking = null;
  };
  const timer = setInterval(() => void (looking ??= look()), everyMs);
  // A worker that has nothing else to do may end.
  if (typeof timer === "object") timer.unref();
  return {
    async close() {
      clearInterval(timer);
      closing.abort();
      await looking;
    },
  };
}
