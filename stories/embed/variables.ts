import type { RunInput } from "image-generation-node";
import { outputVariables, sourcesFromPaths } from "image-generation-node/template";
import type { VariableSource } from "image-generation-node/template";
import { listFor, nodesBefore, outputOf } from "./flow.js";
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

/** The first item of the node's loop stands for all of them while somebody writes. */
function itemOf(flow: Flow, nodeId: string): unknown {
  const node = flow.nodes.find(({ id }) => id === nodeId);
  return listFor(
    node,
    nodesBefore(flow, nodeId).map((before) => outputOf(before.node)),
  )?.[0];
}
