import type { RunInput } from "image-generation-node";
import { itemOf, nodesBefore, outputOf } from "./flow.js";
import type { Flow } from "./flow.js";

/** The values at the moment when somebody presses Generate. */
export function runInputOf(flow: Flow, nodeId: string): RunInput {
  const outputs = nodesBefore(flow, nodeId).map(({ node }) => [node.slug, outputOf(node) ?? {}]);
  const item = itemOf(flow, nodeId);
  return {
    // By slug. `null` says that the back end loads them by `context.workflowRunId`.
    variables: { ...Object.fromEntries(outputs), ...(item !== undefined && { item }) },
    // Kept with the image. The node's id, slug and name are added.
    context: { workflowId: "flow_1" },
  };
}
