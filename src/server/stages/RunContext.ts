import type { Generation, RunStage, StreamEvent, Timings } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import type { ProviderCall } from "../journal/ProviderCall.js";
import type { KeptPrompt, RunPatch, RunRecord } from "../runs/RunStore.js";
import type { TraceSpan } from "../telemetry/TraceSpan.js";

/** Run that a process carries out, and what it knows of it. */
export interface RunExecution {
  readonly prepared: PreparedGeneration;
  readonly run: RunRecord;
  /** Id of the call, for the log. */
  readonly requestId: string;
  /** Prompt that an earlier attempt has paid for. */
  readonly kept: KeptPrompt | null;
  /** Whether a handler has handed the run over to this process. */
  readonly isHandedOver: boolean;
  /** Span of this attempt; none by default. */
  readonly trace?: TraceSpan | undefined;
  /** Body of the request as JSON text, for whoever may go on with the run. */
  readonly writeRequest?: (() => string) | undefined;
}

/** State that the stages of one run share. */
export interface RunContext {
  readonly handler: HandlerContext;
  readonly prepared: PreparedGeneration;
  /** The run as it was last seen. */
  run: RunRecord;
  /** Random id of this attempt, by which it knows its own changes of the run. */
  readonly execution: string;
  /** Span of this attempt. */
  readonly trace: TraceSpan;
  /** Whether a handler has handed the run over, with its request. */
  readonly isHandedOver: boolean;
  /** Whether another process may take the run over: this one then says from time to time that it lives. */
  isShared: boolean;
  /** Body of the request as JSON text, for whoever may go on with the run. */
  readonly writeRequest: (() => string) | null;
  /** Whether a process before this one had begun the image. */
  readonly isResumed: boolean;
  /** Call of the image model; `null` before it, and where its provider's answers cannot be noted. */
  call: ProviderCall | null;
  /** Whether its provider has said what became of the image. */
  isTold: boolean;
  /** Whether it ended the run for what says nothing of its image, so that it can be gone on with at once. */
  isOpen: boolean;
  /** Whether this attempt has ended the run. */
  hasEnded: boolean;
  /** Whether this attempt is at its end. */
  isOver: boolean;
  /** Work for an image that comes after the run has ended; `null` where there is none. */
  late: Promise<void> | null;
  /** Changes that are written with the next one. */
  pending: RunPatch;
  /** Events that are told after the next change, which they speak of. */
  readonly untold: StreamEvent[];
  /** Last change that was begun: one is written after the other. */
  lastChange: Promise<unknown>;
  /** Time of the last change; 0 before the first. */
  changedAt: number;
  /** Timer by which it is said that this process lives. */
  beat: ReturnType<typeof setInterval> | undefined;
  /** Whether it is being said that this process lives. */
  isBeating: boolean;
  /** Time by which the run has ended at the latest. */
  endsBy: number;
  /** Id of the call that began the run, for the log. */
  readonly requestId: string;
  /** Stops this run. */
  readonly controller: AbortController;
  /** Stops the image model. */
  readonly model: AbortController;
  readonly timings: Timings;
  stage: RunStage | null;
  usage: Generation["usage"];
  /** Whether the image's bytes are here: neither the deadline nor a cancel stops the run any more. */
  arrived: boolean;
  /** Whether another process carries this run out, and will end it. */
  superseded: boolean;
  /** Refusal of a picture, whose words are ours and may be told; those of a model's error may not. */
  refusal: unknown;
}
