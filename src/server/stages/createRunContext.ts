import { createId } from "../createId.js";
import { NO_SPAN } from "../telemetry/TraceSpan.js";
import type { HandlerContext } from "../createHandlerContext.js";
import type { RunContext, RunExecution } from "./RunContext.js";

/** Creates the state of a run that begins. */
export function createRunContext(handler: HandlerContext, given: RunExecution): RunContext {
  const { prepared, run, requestId, isHandedOver, writeRequest = null } = given;
  const execution = createId("exec");
  return {
    handler,
    prepared,
    run,
    requestId,
    execution,
    trace: given.trace ?? NO_SPAN,
    isHandedOver,
    isShared: isHandedOver,
    writeRequest,
    isResumed: run.imageStartedAt !== null,
    call: null,
    isTold: false,
    isOpen: false,
    hasEnded: false,
    isOver: false,
    late: null,
    // Whoever takes a run over says so with its first change, whatever that is.
    pending: run.status === "running" ? { execution } : {},
    untold: [],
    lastChange: Promise.resolve(),
    changedAt: 0,
    beat: undefined,
    isBeating: false,
    endsBy: run.abandonedAt,
    controller: new AbortController(),
    model: new AbortController(),
    timings: { promptMs: 0, imageMs: 0, storeMs: 0 },
    stage: null,
    usage: { items: [] },
    arrived: false,
    superseded: false,
    refusal: null,
  };
}
