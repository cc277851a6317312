import type { Generation, GenerationStatus, Problem } from "../../contract/index.js";
import { createEventLog } from "./createEventLog.js";
import type { EventSink } from "./eventStreamResponse.js";
import { playRun } from "./playRun.js";
import type { PlayRunOptions } from "./playRun.js";
import type { ScriptedRun } from "./Script.js";

/** Run of a scripted back end. It goes on whoever listens. */
export interface Run {
  readonly id: string;
  /** Body of the request that started it. */
  readonly text: string;
  readonly plan: ScriptedRun;
  status(): GenerationStatus;
  problem(): Problem | null;
  /** Resolves at the end with the generation, or `null` after a failure. */
  readonly ended: Promise<Generation | null>;
  /** Gives every event so far and then the later ones. */
  subscribe(sink: EventSink): () => void;
  cancel(): void;
}

/** Options of {@link createScriptedRun}. */
export interface CreateScriptedRunOptions extends PlayRunOptions {
  id: string;
  text: string;
  /** Called when the run ends without a charge, so that its key may be used again. */
  onFreed: () => void;
}

/** Creates a run and plays its plan. */
export function createScriptedRun(options: CreateScriptedRunOptions): Run {
  const { id, text, plan, createGeneration } = options;
  const log = createEventLog();
  let state: GenerationStatus = { id, status: "queued", retryAfterMs: 200 };
  let failure: Problem | null = null;
  let finish: (generation: Generation | null) => void = () => {};
  const ended = new Promise<Generation | null>((resolve) => (finish = resolve));
  const isOver = () => state.status !== "queued" && state.status !== "running";

  const succeed = () => {
    if (isOver()) return;
    const generation = createGeneration();
    state = { ...generation };
    log.emit({ event: "result", data: generation });
    log.end();
    finish(generation);
  };
  const fail = (problem: Problem, status: "failed" | "cancelled") => {
    failure = { ...problem, id };
    if (!isOver()) {
      state = { id, status, problem: failure };
      log.emit({ event: "error", data: failure });
      log.end();
      finish(null);
    }
    if (failure.charged === false) options.onFreed();
    const { output, image } = createGeneration();
    if (plan.late) state = { ...state, late: { output, image } };
  };

  log.emit({ event: "started", data: { id } });
  // Not at once: whoever starts the run first has to know it.
  void Promise.resolve().then(() =>
    playRun(options, {
      isOver,
      enter(stage) {
        state = { id, status: "running", stage, retryAfterMs: 200 };
        log.emit({ event: "stage", data: { stage, status: "running" } });
      },
      emit: log.emit,
      succeed,
      fail,
    }),
  );
  return {
    id,
    text,
    plan,
    ended,
    status: () => (state.status === "succeeded" ? { ...state, ...createGeneration() } : state),
    problem: () => failure,
    subscribe: log.subscribe,
    cancel: () => fail({ ...options.createProblem("cancelled") }, "cancelled"),
  };
}
