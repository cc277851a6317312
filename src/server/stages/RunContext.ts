import type { Generation, RunStage, Timings } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import type { RunRecord } from "../runs/RunStore.js";

/** State that the stages of one run share. */
export interface RunContext {
  readonly handler: HandlerContext;
  readonly prepared: PreparedGeneration;
  readonly run: RunRecord;
  /** Id of the call that began the run, for the log. */
  readonly requestId: string;
  readonly controller: AbortController;
  readonly timings: Timings;
  stage: RunStage | null;
  usage: Generation["usage"];
  /** Whether the image's bytes are here: neither the deadline nor a cancel stops the run any more. */
  arrived: boolean;
  /** Whether another process has called the image model for this run, and will end it. */
  superseded: boolean;
  /** Refusal of a picture, whose words are ours and may be told; those of a model's error may not. */
  refusal: unknown;
}
