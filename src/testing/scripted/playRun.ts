import type { Generation, Problem, RunStage, StreamEvent } from "../../contract/index.js";
import { createPng } from "../createPng.js";
import { SMALL_PIXELS, toBase64 } from "../fixtures/generationFixture.js";
import type { ScriptedRun } from "./Script.js";

/** Plan of a run, and what it needs to be played. */
export interface PlayRunOptions {
  plan: ScriptedRun;
  /** Milliseconds of each stage, unless the plan says otherwise. */
  stageMs: number;
  delay: (milliseconds: number, stage: string) => Promise<void>;
  /** Creates the generation, with a fresh link. */
  createGeneration: () => Generation;
  /** Creates the problem of a kind. */
  createProblem: (kind: string) => Problem;
}

/** Steps of a run. */
export interface RunSteps {
  isOver(): boolean;
  enter(stage: RunStage): void;
  emit(event: StreamEvent): void;
  succeed(): void;
  fail(problem: Problem, status: "failed" | "cancelled"): void;
}

const STAGES = ["prompt", "image", "store"] as const;

/** Takes a run through the stages of its plan. */
export async function playRun(options: PlayRunOptions, steps: RunSteps): Promise<void> {
  const { plan, delay, createGeneration } = options;
  if (plan.queuedMs) await delay(plan.queuedMs, "queued");
  if (plan.end === "never") {
    steps.enter("image");
    return;
  }
  const failure = plan.end === undefined || plan.end === "succeeded" ? null : options.createProblem(plan.end);
  for (const stage of STAGES) {
    if (steps.isOver()) return;
    steps.enter(stage);
    const stageMs = plan.stageMs ?? options.stageMs;
    if (stageMs > 0) await delay(stageMs, stage);
    if (steps.isOver()) return;
    if (failure && (failure.stage ?? "image") === stage) {
      steps.fail(failure, failure.kind === "cancelled" ? "cancelled" : "failed");
      return;
    }
    if (stage === "prompt")
      steps.emit({ event: "prompt", data: { stages: createGeneration().stages ?? {} } });
    if (stage === "image") emitPartialImages(options, steps);
  }
  steps.succeed();
}

function emitPartialImages({ plan, createGeneration }: PlayRunOptions, { emit }: RunSteps): void {
  const { aspectRatio } = createGeneration().output;
  for (let index = 0; index < (plan.partialImages ?? 0); index += 1) {
    const b64 = toBase64(createPng(SMALL_PIXELS[aspectRatio]));
    emit({ event: "partial_image", data: { index, b64, mimeType: "image/png" } });
  }
}
