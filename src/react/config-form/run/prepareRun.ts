import { prepareRequest } from "../../../client/index.js";
import type { Catalog, GenerationRequest, ImageNodeConfig } from "../../../contract/index.js";
import type { ScopeValue } from "../../provider/index.js";
import { loadLanguage } from "../../internal/loadLanguage.js";
import { settingTools } from "../settingTools.js";
import { sampleVariables } from "../sampleVariables.js";
import { resolveInput } from "../resolve/index.js";
import { withSamples } from "./withSamples.js";

/**
 * Makes the request of a run from a configuration and what the host gives at this moment. The prompt is resolved
 * before it is sent where the host has an engine of its own or the back end has none.
 *
 * @param catalog offer of the workspace, as far as it is known: says who resolves templates, and what the model takes
 * @param samplesOf slugs of earlier nodes whose sample stands in where the host's values have nothing of them
 */
export async function prepareRun(
  chosen: ImageNodeConfig,
  scope: ScopeValue | null,
  catalog?: Catalog,
  samplesOf: readonly string[] = [],
): Promise<GenerationRequest> {
  const tools = await settingTools.load(chosen.settings, catalog);
  const config = tools?.prepareSettings(chosen, catalog) ?? chosen;
  const language = await loadLanguage(scope?.language);
  const resolvesHere = language ? language.resolve : catalog?.features.templates === "client";
  const resolve = (variables: Record<string, unknown> | null) =>
    resolvesHere ? resolveInput(config, variables, language) : undefined;
  if (!scope) return prepareRequest({ config, variables: {}, input: await resolve({}) });
  const { nodeId, nodeSlug, nodeName, context: own, variables: sources, getRunInput } = scope;
  const input = getRunInput ? await getRunInput() : { variables: sampleVariables(sources) };
  const { variables: given } = input;
  const lacks = samplesOf.length > 0 && given;
  const variables = lacks ? withSamples(lacks, sources, samplesOf) : given;
  const named = { nodeId, nodeSlug, ...(nodeName !== undefined && { nodeName }) };
  const context = { ...named, ...own, ...input.context };
  const resolved = await resolve(variables);
  return prepareRequest({ config, variables, sources, context, input: resolved, language });
}
