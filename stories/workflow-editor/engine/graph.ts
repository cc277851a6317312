import type { Workflow, WorkflowEdge, WorkflowNode } from "./types.js";

type Graph = Pick<Workflow, "nodes" | "edges">;

/**
 * The nodes in an order in which each one comes after all that it depends on; among equals, the one further left on
 * the canvas comes first. Throws where the connections go round.
 */
export function sortTopologically({ nodes, edges }: Graph): readonly WorkflowNode[] {
  const open = new Map(nodes.map((node) => [node.id, 0]));
  const known = edges.filter((edge) => open.has(edge.source) && open.has(edge.target));
  for (const { target } of known) open.set(target, (open.get(target) ?? 0) + 1);
  const sorted: WorkflowNode[] = [];
  const ready = nodes.filter((node) => open.get(node.id) === 0);
  while (ready.length > 0) {
    ready.sort((a, b) => a.position.x - b.position.x || a.position.y - b.position.y);
    const node = ready.shift();
    if (!node) break;
    sorted.push(node);
    for (const { source, target } of known) {
      if (source !== node.id) continue;
      const left = (open.get(target) ?? 0) - 1;
      open.set(target, left);
      const next = left === 0 && nodes.find((candidate) => candidate.id === target);
      if (next) ready.push(next);
    }
  }
  if (sorted.length < nodes.length) {
    const rest = nodes.filter((node) => !sorted.includes(node)).map((node) => node.name);
    throw new Error(`These nodes wait for each other: ${rest.join(", ")}. Remove one of their connections.`);
  }
  return sorted;
}

/** Whether a new connection would make the workflow go round. */
export function makesCircle({ edges }: Graph, source: string, target: string): boolean {
  return source === target || reach(edges, target).has(source);
}

/** Finds the nodes before a node, each with its distance in steps; nearest first. */
export function findUpstream({ edges }: Graph, nodeId: string): ReadonlyMap<string, number> {
  const distances = new Map<string, number>();
  let front = [nodeId];
  for (let distance = 1; front.length > 0; distance += 1) {
    const before = edges.filter((edge) => front.includes(edge.target)).map((edge) => edge.source);
    front = [...new Set(before)].filter((id) => !distances.has(id) && id !== nodeId);
    for (const id of front) distances.set(id, distance);
  }
  return distances;
}

/** Finds the nodes that a loop runs once per item: reached from its "each", and not from its "done". */
export function findLoopBody({ edges }: Graph, loopId: string): ReadonlySet<string> {
  const from = (handle: "each" | "done") => {
    const heads = edges.filter((edge) => edge.source === loopId && (edge.handle ?? "each") === handle);
    return new Set(heads.flatMap((edge) => [edge.target, ...reach(edges, edge.target)]));
  };
  const done = from("done");
  return new Set([...from("each")].filter((id) => !done.has(id)));
}

/** Finds the loop around a node, if there is one. */
export function findLoopOf(workflow: Graph, nodeId: string): WorkflowNode | undefined {
  return workflow.nodes.find((node) => node.kind === "loop" && findLoopBody(workflow, node.id).has(nodeId));
}

/**
 * The workflow as a run waits on it: each loop stands for all that it repeats, so that it begins only when everything
 * that leads into its inside has ended.
 */
export function foldLoops({ nodes, edges }: Graph): Graph {
  const owners = new Map<string, string>();
  for (const loop of nodes.filter(({ kind }) => kind === "loop")) {
    for (const id of findLoopBody({ nodes, edges }, loop.id)) owners.set(id, owners.get(loop.id) ?? loop.id);
  }
  const folded = edges.map((edge) => ({
    ...edge,
    source: owners.get(edge.source) ?? edge.source,
    target: owners.get(edge.target) ?? edge.target,
  }));
  return {
    nodes: nodes.filter(({ id }) => !owners.has(id)),
    edges: folded.filter(({ source, target }) => source !== target),
  };
}

function reach(edges: readonly WorkflowEdge[], from: string): Set<string> {
  const found = new Set<string>();
  const front = [from];
  for (let id = front.pop(); id !== undefined; id = front.pop()) {
    for (const edge of edges) {
      if (edge.source !== id || found.has(edge.target)) continue;
      found.add(edge.target);
      front.push(edge.target);
    }
  }
  return found;
}
