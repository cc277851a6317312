import { createHandlerContext } from "../createHandlerContext.js";
import type { GenerationJob } from "../runs/GenerationDispatch.js";
import type { ImageNodeHandlerOptions } from "../options.js";
import { carryOutRun } from "./carryOutRun.js";

/** Executes the runs that a handler with `dispatch` hands over. */
export interface GenerationRunner {
  /**
   * Executes one run to its end. A run that has ended is left alone, and the end of one that another process carries out
   * is waited for. Where that process is gone after it called the image model, the run goes on with what the provider had
   * answered ({@link createProviderFetch}), or ends as `timeout` with `charged: null`: a job that is delivered twice is never
   * paid twice. Whatever happens to the generation is the run's outcome;
   * rejects only when the run store does not answer.
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
    execute: ({ scope, id }) => carryOutRun(handler, () => handler.runs.get(scope, id, true)),
  };
}
