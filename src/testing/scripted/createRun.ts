import type { Generation, GenerationStatus, Problem, StreamEvent } from "../../contract/index.js";
import { createPng } from "../createPng.js";
import { SMALL_PIXELS, toBase64 } from "../fixtures/generationFixture.js";
import type { EventSink } from "./answers.js";
import type { ScriptedRun } from "./Script.js";

/** One run of a scripted back end. It goes on whoever listens. */
export interface Run {
  readonly id: string;
  readonly key: string;
  readonly text: string;
  readonly plan: ScriptedRun;
  /** Whether nobody was answered yet, so that the plan's transport fault is still to come. */
  fresh: boolean;
  status(): GenerationStatus;
  problem(): Problem | null;
  /** Resolves at the end with the generation, or `null` after a failure. */
  readonly ended: Promise<Generation | null>;
  /** Gives every event so far and then the later ones. */
  subscribe(sink: EventSink): () => void;
  cancel(): void;
}

/** What {@link createRun} takes. */
export interface CreateRunOptions {
  id: string;
  key: string;
  text: string;
  plan: ScriptedRun;
  stageMs: number;
  delay: (milliseconds: number, stage: string) => Promise<void>;
  /** Makes the generation, with a fresh link. */
  generation: () => Generation;
  /** Makes the problem of a kind. */
  problemOf: (kind: string) => Problem;
  onFreed: () => void;
}

/** Starts a run and plays its plan. */
export function createRun(options: CreateRunOptions): Run {
  const { id, key, text, plan } = options;
  const events: StreamEvent[] = [];
  const sinks = new Set<EventSink>();
  let state: GenerationStatus = { id, status: "queued", retryAfterMs: 200 };
  let failure: Problem | null = null;
  let finish: (generation: Generation | null) => void = () => {};
  const ended = new Promise<Generation | null>((resolve) => (finish = resolve));

  const emit = (event: StreamEvent) => {
    events.push(event);
    for (const sink of sinks) sink.event(event);
  };
  const isOver = () => state.status !== "queued" && state.status !== "running";
  const end = (last: StreamEvent, next: GenerationStatus, generation: Generation | null) => {
    if (isOver()) return;
    state = next;
    emit(last);
    for (const sink of sinks) sink.end();
    sinks.clear();
    finish(generation);
  };
  const fail = (problem: Problem, status: "failed" | "cancelled") => {
    failure = { ...problem, id };
    end({ event: "error", data: failure }, { id, status, problem: failure }, null);
    if (failure.charged === false) options.onFreed();
    const { output, image } = options.generation();
    if (plan.late) state = { ...state, late: { output, image } };
  };

  const play = async () => {
    if (plan.queuedMs) await options.delay(plan.queuedMs, "queued");
    if (plan.end === "never") {
      state = { id, status: "running", stage: "image", retryAfterMs: 200 };
      emit({ event: "stage", data: { stage: "image", status: "running" } });
      return;
    }
    const fails = plan.end !== undefined && plan.end !== "succeeded" ? options.problemOf(plan.end) : null;
    for (const stage of ["prompt", "image", "store"] as const) {
      if (isOver()) return;
      state = { id, status: "running", stage, retryAfterMs: 200 };
      emit({ event: "stage", data: { stage, status: "running" } });
      const wait = plan.stageMs ?? options.stageMs;
      if (wait > 0) await options.delay(wait, stage);
      if (isOver()) return;
      if (fails && (fails.stage ?? "image") === stage)
        return fail(fails, fails.kind === "cancelled" ? "cancelled" : "failed");
      if (stage === "prompt") emit({ event: "prompt", data: { stages: options.generation().stages ?? {} } });
      if (stage === "image") emitPartialImages();
    }
    const generation = options.generation();
    end({ event: "result", data: generation }, { ...generation }, generation);
  };
  const emitPartialImages = () => {
    const { aspectRatio } = options.generation().output;
    for (let index = 0; index < (plan.partialImages ?? 0); index += 1) {
      const b64 = toBase64(createPng(SMALL_PIXELS[aspectRatio]));
      emit({ event: "partial_image", data: { index, b64, mimeType: "image/png" } });
    }
  };

  emit({ event: "started", data: { id } });
  // Not at once: whoever starts the run first has to know it.
  void Promise.resolve().then(play);
  return {
    id,
    key,
    text,
    plan,
    fresh: true,
    ended,
    status: () => (state.status === "succeeded" ? { ...state, ...options.generation() } : state),
    problem: () => failure,
    subscribe(sink) {
      for (const event of events) sink.event(event);
      if (isOver()) sink.end();
      else sinks.add(sink);
      return () => sinks.delete(sink);
    },
    cancel: () => fail({ ...options.problemOf("cancelled") }, "cancelled"),
  };
}
