import { findUpstream } from "./graph.js";
import type { RunContext } from "./RunContext.js";
import type { Outputs } from "./types.js";

/** Outputs of the nodes before a node, by slug; furthest first, so that `collectAttachments` keeps their order. */
export function outputsBefore({ workflow, store }: RunContext, nodeId: string): Outputs {
  const before = findUpstream(workflow, nodeId);
  const entries = workflow.nodes
    .filter((node) => before.has(node.id) && store.node(node.id).output !== undefined)
    .sort((a, b) => (before.get(b.id) ?? 0) - (before.get(a.id) ?? 0))
    .map((node) => [node.slug, { output: store.node(node.id).output }] as const);
  return Object.fromEntries(entries);
}
