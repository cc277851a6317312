import { createId } from "../createId.js";
import type { HandlerContext } from "../createHandlerContext.js";
import type { RunContext, RunExecution } from "./RunContext.js";

/** Creates the state of a run that begins. */
export function createRunContext(handler: HandlerContext, execution: RunExecution): RunContext {
  const { prepared, run, requestId, isHandedOver } = execution;
  return {
    handler,
    prepared,
    run,
    requestId,
    execution: createId("exec"),
    isHandedOver,
    pending: {},
    untold: [],
    lastChange: Promise.resolve(),
    changedAt: 0,
    endsBy: run.abandonedAt,
    controller: new AbortController(),
    timings: { promptMs: 0, imageMs: 0, storeMs: 0 },
    stage: null,
    usage: { items: [] },
    arrived: false,
    superseded: false,
    refusal: null,
  };
}
