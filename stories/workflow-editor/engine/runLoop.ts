import { prepareRequest } from "image-generation-node/client";
import type { Outcome } from "image-generation-node/client";
import { parseImageNodeConfig } from "image-generation-node/contract";
import { createGate } from "./createGate.js";
import { describeError } from "./describeError.js";
import { findLoopBody, findUpstream, sortTopologically } from "./graph.js";
import { readReference } from "./readReference.js";
import type { Executed } from "./executor.js";
import type { RunContext } from "./runWorkflow.js";
import { outputsBefore } from "./runWorkflow.js";
import type { ItemRun, Outputs, WorkflowNode } from "./types.js";

/** The saved configuration of a loop. */
export interface LoopConfig {
  /** What to go through, as one reference such as `{{trigger.output.products}}`. */
  items: string;
  concurrency: number;
}

/** Most items that one loop takes. */
const MAX_ITEMS = 1000;

/** What a loop inside of a loop is told: on its card before a run, and in the log. */
export const NO_NESTED_LOOP =
  "A loop inside of a loop is more than this recipe shows. Connect it to the outer loop’s “done” instead.";

/**
 * Runs the nodes on the loop's "each" once per item, item by item as far as each one gets: a failed one ends only its
 * own iteration. Pictures go through the client's batch, which keeps order, pace and keys. No node of the body works
 * on more items at a time than the loop's concurrency says.
 */
export async function runLoop(context: RunContext, loop: WorkflowNode, outputs: Outputs): Promise<Executed> {
  const { workflow, store, signal } = context;
  const config = loop.config as LoopConfig;
  const items = readItems(config.items, outputs);
  const inside = findLoopBody(workflow, loop.id);
  const body = sortTopologically(workflow).filter((node) => inside.has(node.id));
  // Refused before anything is spent.
  if (body.some(({ kind }) => kind === "loop")) throw new Error(NO_NESTED_LOOP);
  const concurrency = Math.max(1, Math.min(16, Math.floor(config.concurrency)));
  const gates = body.map(() => createGate(concurrency));
  store.setNode(loop.id, { input: { items: items.length, concurrency } });
  store.log(`goes through ${items.length} items, ${concurrency} at a time`, "info", loop.id);
  const startedAt = Date.now();
  for (const node of body) {
    const known = store.node(node.id).items;
    const fresh = items.map((_item, index): ItemRun => ({ index, status: "waiting" }));
    const kept = fresh.map((item) =>
      known?.[item.index]?.status === "succeeded" ? (known[item.index] ?? item) : item,
    );
    store.setNode(node.id, { status: "waiting", items: kept, startedAt, endedAt: undefined });
  }

  const itemOutputs = (index: number, node: WorkflowNode): Outputs => {
    const before = findUpstream(workflow, node.id);
    return {
      ...outputs,
      ...outputsBefore(context, node.id),
      [loop.slug]: { output: { currentItem: items[index], currentIndex: index, total: items.length } },
      ...Object.fromEntries(
        body.flatMap((earlier) => {
          const done = before.has(earlier.id) ? store.node(earlier.id).items?.[index] : undefined;
          return done?.output === undefined ? [] : [[earlier.slug, { output: done.output }]];
        }),
      ),
    };
  };

  const settle = (node: WorkflowNode, item: ItemRun): boolean => {
    const goesOn = item.status === "failed" && node.onError === "continue";
    // As outside of loops: later nodes can ask for the error.
    store.setItem(node.id, goesOn ? { ...item, output: { error: item.error } } : item);
    if (item.status === "failed")
      store.log(`item ${item.index + 1}: ${item.error ?? "failed"}`, "bad", node.id);
    return item.status === "succeeded" || goesOn;
  };

  async function runFrom(position: number, indexes: readonly number[]): Promise<void> {
    const node = body[position];
    if (!node || indexes.length === 0) return;
    if (store.node(node.id).status !== "running") store.setNode(node.id, { status: "running" });
    const onward: Promise<void>[] = [];
    const finish = (item: ItemRun) => {
      if (settle(node, item)) onward.push(runFrom(position + 1, [item.index]));
    };
    const itemOf = (index: number) => store.node(node.id).items?.[index];
    const pass = gates[position] ?? createGate(concurrency);
    if (node.kind === "image" && indexes.length > 1) await drawMany(node, indexes, finish);
    else {
      const work = async (index: number) => {
        if (node.kind === "image") return drawMany(node, [index], finish);
        const done = itemOf(index);
        finish(done?.status === "succeeded" ? done : await runOne(node, index));
      };
      await Promise.all(indexes.map((index) => pass(() => work(index))));
    }
    await Promise.all(onward);
  }

  async function drawMany(
    node: WorkflowNode,
    indexes: readonly number[],
    finish: (item: ItemRun) => void,
  ): Promise<void> {
    const { config: imageConfig } = parseImageNodeConfig(node.config);
    const requests = indexes.map((index) =>
      prepareRequest({
        config: imageConfig,
        variables: itemOutputs(index, node),
        context: {
          workflowRunId: store.getSnapshot().id,
          nodeId: node.id,
          nodeSlug: node.slug,
          nodeName: node.name,
          iteration: [index],
          attempt: 1,
        },
      }),
    );
    await context.client.generateMany(requests, {
      concurrency,
      signal,
      // What was drawn before a reload is taken over: nothing is asked or paid again.
      completed: indexes.map((index) => store.node(node.id).items?.[index]?.outcome),
      onItem: (outcome) => finish(toItem(outcome, indexes[outcome.index] ?? 0)),
    });
  }

  async function runOne(node: WorkflowNode, index: number): Promise<ItemRun> {
    if (node.kind === "loop" || node.kind === "image")
      return { index, status: "failed", error: NO_NESTED_LOOP };
    try {
      signal.throwIfAborted();
      const { output } = await context.executors[node.kind]({
        node,
        workflow,
        runId: store.getSnapshot().id,
        outputs: itemOutputs(index, node),
        iteration: [index],
        signal,
        log: () => undefined,
      });
      return { index, status: "succeeded", output };
    } catch (error) {
      if (signal.aborted) return { index, status: "cancelled" };
      return { index, status: "failed", error: describeError(error) };
    }
  }

  await runFrom(
    0,
    items.map((_item, index) => index),
  );
  return { output: conclude() };

  function conclude() {
    const failedItems = new Set<number>();
    for (const node of body) {
      const runs = store.node(node.id).items ?? [];
      const failed = runs.filter((item) => item.status === "failed");
      for (const { index } of failed) failedItems.add(index);
      const open = runs.some((item) => item.status === "waiting" || item.status === "cancelled");
      const status = signal.aborted && open ? "cancelled" : failed.length > 0 ? "failed" : "succeeded";
      const error = failed.length > 0 ? `${failed.length} of ${items.length} items failed.` : undefined;
      store.setNode(node.id, { status, error, endedAt: Date.now() });
    }
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
    const words = `${failedItems.size} of ${items.length} items failed.`;
    store.log(words, "warn", loop.id);
    if (loop.onError === "continue") return output;
    store.setNode(loop.id, { output });
    throw new Error(words);
  }
}

function toItem(outcome: Outcome, index: number): ItemRun {
  if (outcome.status === "succeeded") {
    return { index, status: "succeeded", output: outcome.generation.output, outcome };
  }
  if (outcome.status === "aborted") return { index, status: "cancelled" };
  return { index, status: "failed", error: describeError(outcome.error) };
}

function readItems(reference: string, outputs: Outputs): readonly unknown[] {
  const value = readReference(reference, outputs);
  if (!Array.isArray(value)) {
    throw new Error(
      `"${reference}" is no list. Choose a list of an earlier node, such as {{trigger.output.products}}.`,
    );
  }
  if (value.length > MAX_ITEMS)
    throw new Error(`A loop takes at most ${MAX_ITEMS} items; this list has ${value.length}.`);
  return value;
}
