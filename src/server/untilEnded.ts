import type { HandlerContext } from "./handlerContext.js";
import type { RunRecord } from "./RunStore.js";
import { settleAbandoned } from "./settleAbandoned.js";
import { isEnded } from "./transitionRun.js";

/** How often a run is looked at besides being listened to: a message may be lost, and a dead process sends none. */
const LOOK_MS = 2_000;

/** Starts to listen to a run that another process carries out. The promise inside settles with the run at its end. */
export async function untilEnded(
  handler: HandlerContext,
  { scope, id }: RunRecord,
  requestId: string,
): Promise<{ ended: Promise<RunRecord> }> {
  let look: () => void = () => undefined;
  const stop = await handler.runs.subscribe(scope, id, ({ event }) => {
    if (event === "result" || event === "error") look();
  });
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
          const run = known && (await settleAbandoned(handler, known, requestId));
          if (!run) finish(() => reject(new Error("The run is gone from its store.")));
          else if (isEnded(run)) finish(() => resolve(run));
        })
        .catch((error: unknown) => finish(() => reject(error)));
    };
    const timer = setInterval(look, LOOK_MS);
  });
  return { ended };
}
