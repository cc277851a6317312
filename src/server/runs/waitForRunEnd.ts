import type { HandlerContext } from "../createHandlerContext.js";
import type { RunRecord } from "./RunStore.js";
import { failAbandonedRun } from "./failAbandonedRun.js";
import { isEnded } from "./isEnded.js";

/** Interval at which a run is read besides being listened to: a message may be lost, and a dead process sends none. */
const LOOK_MS = 2_000;
/** Reads that may fail one after the other: a database that changes its leader is away for some seconds. */
const MAX_FAILED = 10;

/** Starts to listen to a run that another process executes. The promise inside settles with the run at its end. */
export async function waitForRunEnd(
  handler: HandlerContext,
  { scope, id }: RunRecord,
  requestId: string,
): Promise<{ ended: Promise<RunRecord> }> {
  let look: () => void = () => undefined;
  const stop = await handler.runs.subscribe(scope, id, ({ event }) => {
    if (event === "result" || event === "error") look();
  });
  let failed = 0;
  const ended = new Promise<RunRecord>((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearInterval(timer);
      stop();
      settle();
    };
    look = () => {
      handler.runs
        .get(scope, id)
        .then(async (known) => {
          const run = known && (await failAbandonedRun(handler, known, requestId));
          failed = 0;
          if (!run) finish(() => reject(new Error("The run is gone from its store.")));
          else if (isEnded(run)) finish(() => resolve(run));
        })
        .catch((error: unknown) => {
          failed += 1;
          if (failed === MAX_FAILED) finish(() => reject(error));
        });
    };
    const timer = setInterval(look, LOOK_MS);
  });
  // Whoever asked may have been answered otherwise by then.
  ended.catch(() => undefined);
  return { ended };
}
