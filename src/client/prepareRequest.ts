import type {
  GenerationContext,
  GenerationInput,
  GenerationRequest,
  ImageNodeConfig,
} from "../contract/index.js";
import { pickVariables } from "../template/index.js";
import type { VariableSource } from "../template/index.js";

/** What {@link prepareRequest} takes. */
export interface PrepareRequestOptions {
  /** The node's saved configuration. */
  config: ImageNodeConfig;
  /** The outputs of the upstream nodes by slug; `null` where the back end loads them by `context.workflowRunId`. */
  variables: Readonly<Record<string, unknown>> | null;
  /** Says which nodes are sensitive. @default none is */
  sources?: readonly VariableSource[] | undefined;
  /** What the host knows of the run, such as its workflow; sent along and kept with the picture. */
  context?: GenerationContext | undefined;
  /** Literal texts that replace a stage. */
  input?: GenerationInput | undefined;
}

/**
 * Makes the request of a run with no more data than it needs: in manual mode only the variables that the template
 * names; in the other modes all but those of sensitive nodes, of which only what the instructions name is sent.
 */
export function prepareRequest(options: PrepareRequestOptions): GenerationRequest {
  const { config, variables, context, input } = options;
  return {
    config,
    variables: variables === null ? null : chooseVariables(config, variables, options.sources ?? []),
    ...(input === undefined ? {} : { input }),
    ...(context === undefined ? {} : { context }),
  };
}

function chooseVariables(
  config: ImageNodeConfig,
  variables: Readonly<Record<string, unknown>>,
  sources: readonly VariableSource[],
): Record<string, unknown> {
  const { mode, template, instructions } = config.prompt;
  if (mode === "manual") return pickVariables(template, variables);
  const sensitive = new Set(sources.filter((source) => source.sensitive).map((source) => source.slug));
  const entries = Object.entries(variables);
  const open = entries.filter(([slug]) => !sensitive.has(slug));
  if (mode === "auto") return Object.fromEntries(open);
  const closed = Object.fromEntries(entries.filter(([slug]) => sensitive.has(slug)));
  return Object.fromEntries([...open, ...Object.entries(pickVariables(instructions, closed))]);
}
