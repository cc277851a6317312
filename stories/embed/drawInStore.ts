import type { GenerationStore } from "image-generation-node/client";
import type { Runs } from "./createRuns.js";
import type { EngineParts } from "./runFlow.js";

/** Draws through the node's own run, so that its face and its panel show what the engine does. */
export function drawInStore(runs: Runs): EngineParts["draw"] {
  return async (node, request, idempotencyKey, signal) => {
    const store = runs.of(node);
    // One image at a time: somebody may have pressed Generate, and a reload goes on by itself.
    await untilAtRest(store);
    signal.throwIfAborted();
    const stop = () => void store.cancel().catch(store.stopWaiting);
    signal.addEventListener("abort", stop);
    await store.start(request, { idempotencyKey });
    signal.removeEventListener("abort", stop);
    signal.throwIfAborted();
    const { generation, error } = store.getSnapshot();
    if (generation) return generation;
    throw error ?? new Error(`${node.name} was cancelled.`);
  };
}

function untilAtRest(store: GenerationStore): Promise<void> {
  return new Promise((resolve) => {
    let leave: () => void = () => undefined;
    const look = () => {
      if (store.getSnapshot().status === "running") return;
      leave();
      resolve();
    };
    leave = store.subscribe(look);
    look();
  });
}
