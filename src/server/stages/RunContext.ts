import type { Generation, RunStage, Timings } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import type { RunRecord } from "../runs/RunStore.js";

/** A run on its way: what its stages share. */
export interface RunContext {
  readonly handler: HandlerContext;
  readonly prepared: PreparedGeneration;
  readonly run: RunRecord;
  /** Of the call that began it, for the log. */
  readonly requestId: string;
  readonly controller: AbortController;
  readonly timings: Timings;
  stage: RunStage | null;
  usage: Generation["usage"];
  /** The bytes are here: neither the deadline nor a cancel stops the run any more. */
  arrived: boolean;
  /** Another process has called the image model for this run: it ends it, not we. */
  superseded: boolean;
}
