import { createGate } from "../createGate.js";
import type { ItemRun, WorkflowNode } from "../types.js";
import { generateItems } from "./generateItems.js";
import type { LoopRun } from "./LoopRun.js";
import { runItem } from "./runItem.js";

/** Takes every item through the body, node by node; an item moves on as soon as its node has finished. */
export async function runLoopBody(run: LoopRun): Promise<void> {
  const { store } = run.context;
  const steps = run.body.map((node) => ({ node, gate: createGate(run.concurrency) }));

  async function runFrom(position: number, indexes: readonly number[]): Promise<void> {
    const step = steps[position];
    if (!step || indexes.length === 0) return;
    const { node, gate } = step;
    if (store.node(node.id).status !== "running") store.setNode(node.id, { status: "running" });
    const onward: Promise<void>[] = [];
    const finish = (item: ItemRun) => {
      if (settleItem(run, node, item)) onward.push(runFrom(position + 1, [item.index]));
    };
    const work = async (index: number) => {
      if (node.kind === "image") return generateItems(run, node, [index], finish);
      const known = store.node(node.id).items?.[index];
      finish(known?.status === "succeeded" ? known : await runItem(run, node, index));
    };
    // Many images are one batch, which keeps the pace by itself.
    if (node.kind === "image" && indexes.length > 1) await generateItems(run, node, indexes, finish);
    else await Promise.all(indexes.map((index) => gate(() => work(index))));
    await Promise.all(onward);
  }

  await runFrom(0, [...run.items.keys()]);
}

/** Records what became of an item. Returns whether the item goes on to the next node. */
function settleItem({ context: { store } }: LoopRun, node: WorkflowNode, item: ItemRun): boolean {
  const hasFailed = item.status === "failed";
  const goesOn = hasFailed && node.onError === "continue";
  // As outside of loops: later nodes can ask for the error.
  store.setItem(node.id, goesOn ? { ...item, output: { error: item.error } } : item);
  if (hasFailed) store.log(`item ${item.index + 1}: ${item.error ?? "failed"}`, "bad", node.id);
  return item.status === "succeeded" || goesOn;
}
