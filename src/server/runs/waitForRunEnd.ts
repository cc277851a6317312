import type { StreamEvent } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import type { RunRecord } from "./RunStore.js";
import { failAbandonedRun } from "./failAbandonedRun.js";
import { isEnded } from "./isEnded.js";

/** Pause before the first look at a run besides listening to it: a message may be lost, and a dead process sends none. */
const FIRST_LOOK_MS = 2_000;
const LONGEST_LOOK_MS = 10_000;
/** Time in which reads may fail one after the other: a database that changes its leader is away for some seconds. */
const MAX_FAILING_MS = 10_000;

/** End of a run. */
export type RunEnd = Pick<RunRecord, "id" | "generation" | "problem">;

/** Starts to listen to a run that another process executes. The promise inside settles with the run's end. */
export async function waitForRunEnd(
  handler: HandlerContext,
  { scope, id }: RunRecord,
  requestId: string,
): Promise<{ ended: Promise<RunEnd> }> {
  let settle: (end: RunEnd) => void = () => undefined;
  const hear = (event: StreamEvent) => {
    if (event.event === "result") settle({ id, generation: event.data, problem: null });
    else if (event.event === "error") settle({ id, generation: null, problem: event.data });
  };
  const stop = await handler.runs.subscribe(scope, id, hear, { interest: "end" });
  const ended = new Promise<RunEnd>((resolve, reject) => {
    let isSettled = false;
    let failingSince: number | null = null;
    let pauseMs = FIRST_LOOK_MS;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const finish = (tell: () => void) => {
      isSettled = true;
      clearTimeout(timer);
      stop();
      tell();
    };
    settle = (end) => {
      if (!isSettled) finish(() => resolve(end));
    };
    const look = async () => {
      try {
        const known = await handler.runs.get(scope, id);
        const run = known && (await failAbandonedRun(handler, known, requestId));
        failingSince = null;
        if (isSettled) return;
        if (!run) return finish(() => reject(new Error("The run is gone from its store.")));
        if (isEnded(run)) return finish(() => resolve(run));
      } catch (error) {
        failingSince ??= Date.now();
        if (isSettled) return;
        if (Date.now() - failingSince >= MAX_FAILING_MS) return finish(() => reject(error as Error));
      }
      lookLater();
    };
    const lookLater = () => {
      timer = setTimeout(() => void look(), pauseMs);
      pauseMs = Math.min(1.5 * pauseMs, LONGEST_LOOK_MS);
    };
    lookLater();
  });
  // Whoever asked may have been answered otherwise by then.
  ended.catch(() => undefined);
  return { ended };
}
