import { describeError } from "./describeError.js";
import { foldLoops, sortTopologically } from "./graph.js";
import { runLoop } from "./loop/runLoop.js";
import { outputsBefore } from "./outputsBefore.js";
import { pinnedOf } from "./pinnedOf.js";
import type { RunContext } from "./RunContext.js";
import type { WorkflowNode } from "./types.js";

/** Runs every node as soon as all before it have ended. Keeps what an earlier, interrupted run has done. */
export async function runWorkflow(context: RunContext): Promise<void> {
  const { workflow, store, signal } = context;
  const folded = foldLoops(workflow);
  let order: readonly WorkflowNode[];
  try {
    sortTopologically(workflow);
    order = sortTopologically(folded);
  } catch (error) {
    store.log(describeError(error), "bad");
    store.set({ status: "failed", endedAt: Date.now() });
    return;
  }
  const tasks = new Map<string, Promise<void>>();
  const failure = { stops: false };
  for (const node of order) {
    const before = folded.edges
      .filter((edge) => edge.target === node.id)
      .map((edge) => tasks.get(edge.source));
    tasks.set(
      node.id,
      Promise.all(before).then(() => runNode(context, node, failure)),
    );
  }
  await Promise.all(tasks.values());
  // Inside of a loop that has not begun.
  for (const { id } of workflow.nodes) {
    if (store.node(id).status === "waiting" && !store.node(id).items)
      store.setNode(id, { status: "skipped" });
  }
  const status = signal.aborted ? "cancelled" : failure.stops ? "failed" : "succeeded";
  store.log(END_WORDS[status], status === "succeeded" ? "good" : status === "failed" ? "bad" : "warn");
  store.set({ status, endedAt: Date.now() });
}

const END_WORDS = {
  succeeded: "The workflow has ended.",
  failed: "The workflow was stopped by a node that failed.",
  cancelled: "The workflow was cancelled.",
};

async function runNode(context: RunContext, node: WorkflowNode, failure: { stops: boolean }): Promise<void> {
  const { store, signal } = context;
  if (store.node(node.id).status === "succeeded") return;
  if (failure.stops || signal.aborted) {
    store.setNode(node.id, { status: "skipped" });
    return;
  }
  const startedAt = store.node(node.id).startedAt ?? Date.now();
  store.setNode(node.id, { status: "running", startedAt, endedAt: undefined, error: undefined });
  try {
    const executed = await execute(context, node);
    store.setNode(node.id, { ...executed, status: "succeeded", endedAt: Date.now() });
    store.log(`done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`, "good", node.id);
  } catch (error) {
    const cancelled = signal.aborted;
    const words = cancelled ? "Cancelled" : describeError(error);
    const goesOn = !cancelled && node.onError === "continue";
    store.setNode(node.id, {
      status: cancelled ? "cancelled" : "failed",
      error: words,
      endedAt: Date.now(),
      // Later nodes can ask for it, as they can for any other output.
      ...(goesOn && { output: { ...asObject(store.node(node.id).output), error: words } }),
    });
    store.log(words, cancelled ? "warn" : "bad", node.id);
    if (goesOn) store.log("The workflow continues without it.", "warn", node.id);
    else if (!cancelled) failure.stops = true;
  }
}

function execute(context: RunContext, node: WorkflowNode) {
  const { workflow, store, executors, signal } = context;
  const outputs = outputsBefore(context, node.id);
  if (node.kind === "loop") return runLoop(context, node, outputs);
  return executors[node.kind]({
    node,
    workflow,
    runId: store.getSnapshot().id,
    outputs,
    iteration: [],
    pinned: pinnedOf(context, node),
    signal,
    log: (text, level) => store.log(text, level, node.id),
  });
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
