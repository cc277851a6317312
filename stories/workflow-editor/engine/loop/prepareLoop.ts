import { findLoopBody, sortTopologically } from "../graph.js";
import { readReference } from "../readReference.js";
import type { RunContext } from "../RunContext.js";
import type { ItemRun, Outputs, WorkflowNode } from "../types.js";
import { NO_NESTED_LOOP } from "./LoopRun.js";
import type { LoopConfig, LoopRun } from "./LoopRun.js";

/** Most items that one loop takes. */
const MAX_ITEMS = 1000;
const MAX_CONCURRENCY = 16;

/** Reads the loop's items and marks its body as waiting. Throws what is wrong before anything is spent. */
export function prepareLoop(context: RunContext, loop: WorkflowNode, outputs: Outputs): LoopRun {
  const { workflow, store } = context;
  const config = loop.config as LoopConfig;
  const items = readItems(config.items, outputs);
  const inside = findLoopBody(workflow, loop.id);
  const body = sortTopologically(workflow).filter((node) => inside.has(node.id));
  if (body.some(({ kind }) => kind === "loop")) throw new Error(NO_NESTED_LOOP);
  const concurrency = Math.max(1, Math.min(MAX_CONCURRENCY, Math.floor(config.concurrency)));
  store.setNode(loop.id, { input: { items: items.length, concurrency } });
  store.log(`goes through ${items.length} items, ${concurrency} at a time`, "info", loop.id);
  const startedAt = Date.now();
  for (const { id } of body) {
    // A run that goes on after a reload keeps the items that are done.
    const known = store.node(id).items;
    const waiting = items.map((_item, index): ItemRun => {
      const before = known?.[index];
      return before?.status === "succeeded" ? before : { index, status: "waiting" };
    });
    store.setNode(id, { status: "waiting", items: waiting, startedAt, endedAt: undefined });
  }
  return { context, loop, items, body, outputs, concurrency };
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
