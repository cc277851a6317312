import type { Generation, GenerationStatus } from "../../contract/index.js";
import { assertOk } from "./assertOk.js";
import type { CallContext } from "./CallContext.js";
import { readGenerationStatus } from "./readGenerationStatus.js";
import type { Ending } from "./readGenerationStream.js";
import { sendRequest } from "./sendRequest.js";
import type { ApiRequest } from "./sendRequest.js";
import { getPollPause, withRetries } from "./withRetries.js";

/** Waits for the end of a run: by stream where the back end has one, else by polling. */
export async function followGeneration(context: CallContext, id: string): Promise<Generation> {
  const { options, dependencies, deadline, maxRetries } = context;
  const request: ApiRequest = { method: "GET", path: ["generations", id], accept: context.accept };
  const look = async () => {
    const response = await sendRequest(options, request, deadline.signal);
    await assertOk(response, deadline.signal, dependencies.now());
    return readGenerationStatus(context, response);
  };
  let last: GenerationStatus | undefined;
  for (;;) {
    // A repeat of the question must not be mixed up with a repeat of the run: the run's own failure is a result here.
    const seen = await withRetries(look, { maxRetries, repeatUnknown: true }, deadline, dependencies);
    if (!("status" in seen)) return settle(context, seen);
    reportProgress(context, seen.status, last);
    last = seen.status;
    await pausePolling(context, seen.retryAfterMs);
  }
}

/** Returns the generation of a run that has ended, or throws its error. */
export function settle(context: CallContext, ending: Ending): Generation {
  context.mayRun = false;
  if ("error" in ending) throw ending.error;
  return ending.generation;
}

/** Waits before the next look at a run. */
export function pausePolling(context: CallContext, retryAfterMs: number | undefined): Promise<void> {
  const { dependencies, deadline } = context;
  return dependencies.sleep(getPollPause(retryAfterMs, dependencies.random()), deadline.signal);
}

/** Reports a run's state as the events that a stream would have sent. */
export function reportProgress(
  context: CallContext,
  status: GenerationStatus,
  last: GenerationStatus | undefined,
): void {
  if (!last) context.onEvent({ event: "started", data: { id: status.id } });
  if (status.stage && status.stage !== last?.stage) {
    context.onEvent({ event: "stage", data: { stage: status.stage, status: status.status } });
  }
  if (status.stages && JSON.stringify(status.stages) !== JSON.stringify(last?.stages)) {
    context.onEvent({ event: "prompt", data: { stages: status.stages } });
  }
}
