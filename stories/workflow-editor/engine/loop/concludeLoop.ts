import { tellPinned } from "../tellPinned.js";
import type { WorkflowNode } from "../types.js";
import type { LoopRun } from "./LoopRun.js";

/** Sets the final status of the body's nodes. Returns the loop's output; throws where failed items end the workflow. */
export function concludeLoop(run: LoopRun) {
  const { context, loop, items, body } = run;
  const { store, signal } = context;
  const failedItems = new Set(body.flatMap((node) => concludeNode(run, node)));
  const results = items.map((item, index) => ({
    index,
    item,
    status: failedItems.has(index) ? "failed" : "succeeded",
    outputs: Object.fromEntries(
      body.map((node) => [node.slug, store.node(node.id).items?.[index]?.output ?? null]),
    ),
  }));
  const output = { results, total: items.length, failed: failedItems.size };
  signal.throwIfAborted();
  if (failedItems.size === 0) return output;
  const words = countFailed(failedItems.size, items.length);
  store.log(words, "warn", loop.id);
  if (loop.onError === "continue") return output;
  store.setNode(loop.id, { output });
  throw new Error(words);
}

/** Returns the indexes of the items that failed at this node. */
function concludeNode({ context, items }: LoopRun, { id }: WorkflowNode): readonly number[] {
  const { store, signal } = context;
  const runs = store.node(id).items ?? [];
  const failed = runs.filter(({ status }) => status === "failed");
  const isOpen = runs.some(({ status }) => status === "waiting" || status === "cancelled");
  const status = signal.aborted && isOpen ? "cancelled" : failed.length > 0 ? "failed" : "succeeded";
  const error = failed.length > 0 ? countFailed(failed.length, items.length) : undefined;
  const made = runs.flatMap(({ outcome }) => (outcome?.status === "succeeded" ? [outcome.generation] : []));
  tellPinned(made, (text, level) => store.log(text, level, id));
  store.setNode(id, { status, error, endedAt: Date.now() });
  return failed.map(({ index }) => index);
}

function countFailed(failed: number, total: number): string {
  return `${failed} of ${total} items failed.`;
}
