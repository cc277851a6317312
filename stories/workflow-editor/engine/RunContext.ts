import type { ImageNodeClient } from "image-generation-node/client";
import type { RunStore } from "./createRunStore.js";
import type { Executor } from "./executor.js";
import type { NodeKind, Workflow } from "./types.js";

/** Everything that a run needs. */
export interface RunContext {
  workflow: Workflow;
  store: RunStore;
  client: ImageNodeClient;
  /** Runs one node, by its kind. The engine runs a loop itself. */
  executors: Readonly<Record<Exclude<NodeKind, "loop">, Executor>>;
  signal: AbortSignal;
}
