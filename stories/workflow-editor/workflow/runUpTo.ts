import type { Engine } from "../engine/createEngine.js";
import { findUpstream } from "../engine/graph.js";
import type { Workflow } from "../engine/types.js";

/** Runs one node and those before it. Rejects where it has no output then. */
export async function runUpTo(engine: Engine, workflow: Workflow, slug: string): Promise<void> {
  const last = workflow.nodes.find((node) => node.slug === slug);
  if (!last) throw new Error(`The workflow has no node "${slug}".`);
  const needed = new Set([last.id, ...findUpstream(workflow, last.id).keys()]);
  await engine.start(
    {
      ...workflow,
      nodes: workflow.nodes.filter(({ id }) => needed.has(id)),
      edges: workflow.edges.filter(({ source, target }) => needed.has(source) && needed.has(target)),
    },
    "test",
  );
  if (engine.getSnapshot().nodes[last.id]?.status !== "succeeded")
    throw new Error(`"${last.name}" did not run to its end.`);
}
