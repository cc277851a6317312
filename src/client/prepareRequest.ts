import type {
  GenerationContext,
  GenerationInput,
  GenerationRequest,
  ImageNodeConfig,
} from "../contract/index.js";
import { readReferences } from "../contract/index.js";
import { pickVariables } from "../template/index.js";
import type { TemplateLanguage, VariableSource } from "../template/index.js";

/** Options of {@link prepareRequest}. */
export interface PrepareRequestOptions {
  /** Saved configuration of the node. */
  config: ImageNodeConfig;
  /** Outputs of the upstream nodes by slug; `null` where the back end loads them by `context.workflowRunId`. */
  variables: Readonly<Record<string, unknown>> | null;
  /** Variable sources, which say which nodes are sensitive. By default none is. */
  sources?: readonly VariableSource[] | undefined;
  /** Facts about the run, such as its workflow; sent along and kept with the image. */
  context?: GenerationContext | undefined;
  /** Literal texts that replace a stage of the prompt. */
  input?: GenerationInput | undefined;
  /** Language of the prompt, where the host has its own: says which variables it names. @default doubleBraceLanguage */
  language?: TemplateLanguage | undefined;
}

/**
 * Creates the request of a run with no more data than it needs. In manual mode it holds only the variables that the
 * template names. In the other modes it holds all variables but those of sensitive nodes; of these, only the ones that
 * the instructions name. What the configuration's `references` name is sent in every mode, unless `input.references` says
 * which pictures they are. An expression of a host's language names none. Where `input.resolved` is given, the variables
 * that the text names are still sent: they say what the prompt was made of.
 *
 * @example
 * const request = prepareRequest({ config, variables: { trigger: { output: { style: "noir" } } } });
 */
export function prepareRequest(options: PrepareRequestOptions): GenerationRequest {
  const { config, variables, context, input } = options;
  return {
    config,
    variables: variables === null ? null : chooseVariables(options, variables),
    ...(input === undefined ? {} : { input }),
    ...(context === undefined ? {} : { context }),
  };
}

function chooseVariables(
  { config, sources = [], language, input }: PrepareRequestOptions,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { mode, template, instructions } = config.prompt;
  const values = input?.references ? [] : readReferences(config).map(({ value }) => value ?? "");
  const pick = (text: string, from: Readonly<Record<string, unknown>>) =>
    pickVariables([text, ...values], from, language);
  if (mode === "manual") return pick(template, variables);
  const sensitive = new Set(sources.filter((source) => source.sensitive).map((source) => source.slug));
  const entries = Object.entries(variables);
  const open = entries.filter(([slug]) => !sensitive.has(slug));
  const closed = Object.fromEntries(entries.filter(([slug]) => sensitive.has(slug)));
  const named = pick(mode === "auto" ? "" : instructions, closed);
  return Object.fromEntries([...open, ...Object.entries(named)]);
}
