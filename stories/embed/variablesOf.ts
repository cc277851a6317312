import { outputVariables, sourcesFromPaths } from "image-generation-node/template";
import type { VariableSource } from "image-generation-node/template";
import { itemOf, nodesBefore, outputOf } from "./flow.js";
import type { Flow } from "./flow.js";

const TEXT = { type: "string" };
const PATHS = {
  trigger: [
    { path: "title", schema: TEXT },
    { path: "products[0].name", schema: TEXT },
  ],
  action: [{ path: "sent", schema: { type: "boolean" } }],
};

/** The variables that a node may name: what they are, and what they held at the last run. */
export function variablesOf(flow: Flow, nodeId: string): VariableSource[] {
  const outputs = nodesBefore(flow, nodeId).flatMap(({ node, distance }) => {
    const sample = outputOf(node);
    const about = { label: node.name, nodeId: node.id, distance, ...(sample !== undefined && { sample }) };
    // An image node puts out what the contract says.
    if (node.kind === "image") return [{ ...outputVariables(node.slug, node.name), ...about }];
    const paths = PATHS[node.kind].map(({ path, schema }) => ({ path: `${node.slug}.${path}`, schema }));
    return sourcesFromPaths(paths, { nodes: { [node.slug]: { ...about, kind: node.kind } } });
  });
  const item = itemOf(flow, nodeId);
  return item === undefined
    ? outputs
    : [...outputs, { slug: "item", label: "Each product", kind: "loop", sample: item, distance: 1 }];
}
