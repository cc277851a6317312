import { prepareRequest } from "image-generation-node/client";
import type { Outcome } from "image-generation-node/client";
import { parseImageNodeConfig } from "image-generation-node/contract";
import { describeError } from "../describeError.js";
import { pinnedOf } from "../pinnedOf.js";
import type { ItemRun, WorkflowNode } from "../types.js";
import { itemOutputs } from "./itemOutputs.js";
import type { LoopRun } from "./LoopRun.js";

/** Generates the images of several items as one batch; `finish` is called for each as it ends. */
export async function generateItems(
  run: LoopRun,
  node: WorkflowNode,
  indexes: readonly number[],
  finish: (item: ItemRun) => void,
): Promise<void> {
  const { client, store, signal } = run.context;
  const { config } = parseImageNodeConfig(node.config);
  const { id: nodeId, slug: nodeSlug, name: nodeName } = node;
  const workflowRunId = store.getSnapshot().id;
  const requests = indexes.map((index) =>
    prepareRequest({
      config,
      variables: itemOutputs(run, node, index),
      context: { workflowRunId, nodeId, nodeSlug, nodeName, iteration: [index], attempt: 1 },
    }),
  );
  await client.generateMany(requests, {
    concurrency: run.concurrency,
    signal,
    pinned: pinnedOf(run.context, node),
    // What was generated before a reload is taken over: nothing is asked or paid again.
    completed: indexes.map((index) => store.node(nodeId).items?.[index]?.outcome),
    onItem: (outcome) => finish(toItem(outcome, indexes[outcome.index] ?? 0)),
  });
}

function toItem(outcome: Outcome, index: number): ItemRun {
  if (outcome.status === "succeeded") {
    return { index, status: "succeeded", output: outcome.generation.output, outcome };
  }
  if (outcome.status === "aborted") return { index, status: "cancelled" };
  return { index, status: "failed", error: describeError(outcome.error) };
}
