import { findUpstream } from "../graph.js";
import { outputsBefore } from "../outputsBefore.js";
import type { Outputs, WorkflowNode } from "../types.js";
import type { LoopRun } from "./LoopRun.js";

/** Collects the outputs that a node of the body can name for one item: from before the loop, and the item's own. */
export function itemOutputs(run: LoopRun, node: WorkflowNode, index: number): Outputs {
  const { context, loop, items, body, outputs } = run;
  const before = findUpstream(context.workflow, node.id);
  const own = body.flatMap((earlier) => {
    const done = before.has(earlier.id) ? context.store.node(earlier.id).items?.[index] : undefined;
    return done?.output === undefined ? [] : [[earlier.slug, { output: done.output }] as const];
  });
  return {
    ...outputs,
    ...outputsBefore(context, node.id),
    [loop.slug]: { output: { currentItem: items[index], currentIndex: index, total: items.length } },
    ...Object.fromEntries(own),
  };
}
