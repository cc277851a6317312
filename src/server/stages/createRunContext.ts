import { createId } from "../createId.js";
import type { HandlerContext } from "../createHandlerContext.js";
import type { RunContext, RunExecution } from "./RunContext.js";

/** Creates the state of a run that begins. */
export function createRunContext(handler: HandlerContext, given: RunExecution): RunContext {
  const { prepared, run, requestId, isHandedOver } = given;
  const execution = createId("exec");
  return {
    handler,
    prepared,
    run,
    requestId,
    execution,
    isHandedOver,
    // Whoever takes a run over says so with its first change, whatever that is.
    pending: run.status === "running" ? { execution } : {},
    untold: [],
    lastChange: Promise.resolve(),
    changedAt: 0,
    isBeating: false,
    endsBy: run.abandonedAt,
    controller: new AbortController(),
    model: new AbortController(),
    timings: { promptMs: 0, imageMs: 0, storeMs: 0 },
    stage: null,
    usage: { items: [] },
    arrived: false,
    late: null,
    superseded: false,
    refusal: null,
  };
}
