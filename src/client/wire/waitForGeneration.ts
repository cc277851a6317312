import { ImageNodeError } from "../../contract/index.js";
import type { Generation, StreamEvent } from "../../contract/index.js";
import { callSafely } from "../../internal/callSafely.js";
import type { RejoinOptions } from "../types.js";
import type { CallContext } from "./CallContext.js";
import type { ClientState } from "./createClientState.js";
import { createDeadline } from "./createDeadline.js";
import { ACCEPT_JSON, ACCEPT_STREAM } from "./sendRequest.js";
import { withUnknownOutcome } from "./withUnknownOutcome.js";

/** Waits for a generation under one deadline. `mayRun` says whether its run may be under way already. */
export async function waitForGeneration(
  { options, dependencies, maxRetries, runs, timeoutMs }: ClientState,
  callOptions: RejoinOptions,
  mayRun: boolean,
  run: (context: CallContext) => Promise<Generation>,
): Promise<Generation> {
  const deadline = createDeadline({
    timeoutMs: callOptions.timeoutMs ?? timeoutMs,
    signal: callOptions.signal,
    now: dependencies.now,
  });
  let id: string | undefined;
  const onEvent = (event: StreamEvent) => {
    if (event.event === "started") id = event.data.id;
    callSafely(callOptions.onEvent, event);
  };
  const accept = callOptions.stream === false ? ACCEPT_JSON : ACCEPT_STREAM;
  const context: CallContext = {
    options,
    dependencies,
    maxRetries,
    deadline,
    onEvent,
    runs,
    accept,
    mayRun,
  };
  try {
    deadline.signal.throwIfAborted();
    return await run(context);
  } catch (error) {
    throw withId(context.mayRun ? withUnknownOutcome(error, id) : error, id);
  } finally {
    deadline.dispose();
  }
}

/** Adds the run's id to an error that has none, so that the host can rejoin or cancel the run. */
function withId(error: unknown, id: string | undefined): unknown {
  if (id === undefined || !ImageNodeError.isInstance(error) || error.id !== undefined) return error;
  return new ImageNodeError({ ...error, message: error.message, id, cause: error.cause ?? error });
}
