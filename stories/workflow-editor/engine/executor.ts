import type { PinnedImage } from "image-generation-node/contract";
import type { LogEntry, Outputs, Workflow, WorkflowNode } from "./types.js";

/** Context that a node runs in. */
export interface ExecuteContext {
  node: WorkflowNode;
  workflow: Workflow;
  runId: string;
  /** Outputs of the nodes before this one, and of no others. */
  outputs: Outputs;
  /** Loop indexes, outermost first; empty outside of loops. */
  iteration: readonly number[];
  /** Image that an image node uses and pays nothing for; `null` where it makes one. */
  pinned: PinnedImage | null;
  signal: AbortSignal;
  log: (text: string, level?: LogEntry["level"]) => void;
}

/** Result of one node. */
export interface Executed {
  output: unknown;
  /** Data that it worked on, shown under “Last run”. */
  input?: unknown;
}

/** Runs one node. Rejects when it fails. */
export type Executor = (context: ExecuteContext) => Promise<Executed> | Executed;
