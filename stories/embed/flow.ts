import { z } from "zod/v3";

const nodeSchema = z.object({
  id: z.string(),
  kind: z.enum(["trigger", "image", "action"]),
  /** First word of a reference: `<<shop.title>>`. */
  slug: z.string(),
  name: z.string(),
  position: z.object({ x: z.number(), y: z.number() }),
  /** What people set. Until the node has run, a trigger's inputs are its test values. */
  inputs: z.record(z.unknown()),
  /** What the node put out last; for an image, the whole result. */
  last: z.unknown(),
});

/** A workflow as the editor saves it. */
export const flowSchema = z.object({
  nodes: z.array(nodeSchema),
  edges: z.array(z.object({ id: z.string(), source: z.string(), target: z.string() })),
});

export type FlowNode = z.infer<typeof nodeSchema>;
export type Flow = z.infer<typeof flowSchema>;

/** The nodes before a node, the nearest first. */
export function nodesBefore(flow: Flow, nodeId: string): readonly { node: FlowNode; distance: number }[] {
  const distances = new Map([[nodeId, 0]]);
  for (const [id, distance] of distances) {
    for (const edge of flow.edges) {
      if (edge.target === id && !distances.has(edge.source)) distances.set(edge.source, distance + 1);
    }
  }
  return flow.nodes
    .map((node) => ({ node, distance: distances.get(node.id) ?? 0 }))
    .filter(({ distance }) => distance > 0)
    .sort((a, b) => a.distance - b.distance);
}

/** What later nodes see of a node, without a run: its last output, else its test values. */
export function outputOf(node: FlowNode): unknown {
  return node.last ?? (node.kind === "trigger" ? node.inputs : undefined);
}

/** The list that an image node repeats for, where somebody asked for that. */
export function listFor(
  node: FlowNode | undefined,
  outputs: readonly unknown[],
): readonly unknown[] | undefined {
  if (node?.inputs.each !== true) return undefined;
  return outputs.map((output) => Object(output).products as unknown).find((list) => Array.isArray(list));
}

/** The first item of the node's loop stands for all of them while somebody writes. */
export function itemOf(flow: Flow, nodeId: string): unknown {
  const node = flow.nodes.find(({ id }) => id === nodeId);
  return listFor(
    node,
    nodesBefore(flow, nodeId).map((before) => outputOf(before.node)),
  )?.[0];
}
