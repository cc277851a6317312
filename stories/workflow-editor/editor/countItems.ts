import type { NodeRun, NodeStatus } from "../engine/types.js";

/** Counts the items of a node inside a loop by how far they have come; `null` outside of loops. */
export function countItems(run: NodeRun | undefined) {
  if (!run?.items || run.items.length === 0) return null;
  const count = (status: NodeStatus) => run.items?.filter((item) => item.status === status).length ?? 0;
  return { total: run.items.length, succeeded: count("succeeded"), failed: count("failed") };
}
