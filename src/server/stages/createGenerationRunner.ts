import { costsOf, failRun } from "../runs/failRun.js";
import { createId } from "../createId.js";
import { createHandlerContext } from "../createHandlerContext.js";
import type { HandlerContext } from "../createHandlerContext.js";
import type { GenerationJob } from "../runs/GenerationDispatch.js";
import type { ImageNodeHandlerOptions } from "../options.js";
import { prepareGeneration } from "./prepareGeneration.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import { createInterruption } from "../runs/createInterruption.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { recoverImage } from "../runs/recoverImage.js";
import { reportError } from "../hooks/reportError.js";
import { executeRun } from "./executeRun.js";
import { reportUnexecuted } from "../runs/reportUnexecuted.js";
import type { RunRecord } from "../runs/RunStore.js";
import { isEnded } from "../runs/isEnded.js";

/** Executes the runs that a handler with `dispatch` hands over. */
export interface GenerationRunner {
  /**
   * Executes one run to its end. A run that has ended is left alone; one whose image model was called already ends as
   * `timeout` with `charged: null`, so that a job that is delivered twice is never paid twice. Whatever happens to the
   * generation is the run's outcome; rejects only when the run store does not answer.
   */
  execute(job: Pick<GenerationJob, "scope" | "id">): Promise<void>;
}

/** Options of {@link createGenerationRunner}: those of the handler without `authorize`, which the handler has called. */
export type GenerationRunnerOptions = Omit<
  ImageNodeHandlerOptions,
  "authorize" | "dangerouslyAllowAnonymous" | "dispatch"
>;

/**
 * Creates the worker's half of a handler with `dispatch`, from the same options.
 *
 * @example
 * const runner = createGenerationRunner(options);
 * await runner.execute({ scope: job.scope, id: job.id });
 */
export function createGenerationRunner(options: GenerationRunnerOptions): GenerationRunner {
  const handler = createHandlerContext(options);

  return {
    async execute({ scope, id }) {
      const requestId = createId("req");
      const run = await handler.runs.get(scope, id);
      if (!run) return;
      if (isEnded(run)) return void (await recoverImage(handler, run));
      if (run.imageStartedAt !== null) return end(handler, run, requestId, createInterruption());
      if (run.status === "queued" && Date.now() > run.createdAt + handler.limits.maxQueueMs) {
        return end(handler, run, requestId, createProblem("overloaded", { retryAfterMs: 5_000 }));
      }
      let prepared: PreparedGeneration;
      try {
        prepared = await prepareGeneration(handler, scope, parseRequest(run.request));
      } catch (error) {
        return end(handler, run, requestId, error);
      }
      const kept = await handler.runs.keptPrompt(scope, run.key);
      const isSame = kept?.fingerprint === run.fingerprint;
      await executeRun(handler, prepared, run, requestId, isSame ? kept : null);
    },
  };
}

/** Parses a stored request. The parser's own error would quote it. */
function parseRequest(json: string | null): unknown {
  try {
    return JSON.parse(json ?? "null") as unknown;
  } catch {
    throw new Error("The stored request is no JSON.");
  }
}

async function end(
  handler: HandlerContext,
  run: RunRecord,
  requestId: string,
  error: unknown,
): Promise<void> {
  const { run: ended, changed } = await failRun(handler, run, (current) => ({
    ...toProblem(error, requestId),
    ...costsOf(current),
    id: run.id,
    ...(current.stage === null ? {} : { stage: current.stage }),
  }));
  if (changed && ended?.problem) {
    reportError(handler, ended.problem, error, { scope: run.scope, id: run.id });
    await reportUnexecuted(handler, run, ended);
  }
  if (ended) await recoverImage(handler, ended);
}
