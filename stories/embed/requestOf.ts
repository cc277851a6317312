import { prepareRequest } from "image-generation-node/client";
import type { GenerationContext, GenerationRequest } from "image-generation-node/contract";
import type { Flow, FlowNode } from "./flow.js";
import { toConfig } from "./toConfig.js";
import { language } from "./language.js";
import { referencesOf } from "./referencesOf.js";
import { variablesOf } from "./variablesOf.js";

/** Makes the request of one image, as the panel makes it. Rejects where a value is missing: nothing is sent then. */
export async function requestOf(
  flow: Flow,
  node: FlowNode,
  variables: Readonly<Record<string, unknown>>,
  context: GenerationContext,
): Promise<GenerationRequest> {
  const config = toConfig(node.inputs);
  const field = config.prompt.mode === "manual" ? "template" : "instructions";
  // The back end can't read the editor's own language, so the values are filled in here.
  const filled = await language.resolve?.(config.prompt[field], variables, { field });
  const fault = filled?.diagnostics.find(({ severity }) => severity === "error");
  if (fault) throw new Error(fault.message);
  const references = referencesOf(config, variables);
  return prepareRequest({
    config,
    variables,
    sources: variablesOf(flow, node.id),
    language,
    context: { nodeId: node.id, nodeSlug: node.slug, nodeName: node.name, ...context },
    input: {
      // In Auto mode there is no text to fill in.
      ...(filled && config.prompt.mode !== "auto" && { resolved: filled.text }),
      ...(references.length > 0 && { references }),
    },
  });
}
