import { prepareRequest } from "../../client/index.js";
import type { GenerationRequest } from "../../contract/index.js";
import type { ScopeValue } from "../provider/index.js";
import { toConfig } from "./configDraft.js";
import type { ConfigDraft } from "./configDraft.js";
import { sampleVariables } from "./sampleVariables.js";

/** Makes the request of a run from what the form says and what the host gives at this moment. */
export async function prepareRun(draft: ConfigDraft, scope: ScopeValue | null): Promise<GenerationRequest> {
  const config = toConfig(draft);
  if (!scope) return prepareRequest({ config, variables: {} });
  const { nodeId, nodeSlug, nodeName, variables: sources, getRunInput } = scope;
  const input = getRunInput ? await getRunInput() : { variables: sampleVariables(sources) };
  const context = { nodeId, nodeSlug, ...(nodeName !== undefined && { nodeName }), ...input.context };
  return prepareRequest({ config, variables: input.variables, sources, context });
}
