import type { LogEntry, Outputs, Workflow, WorkflowNode } from "./types.js";

/** What a node gets when it is run. */
export interface ExecuteContext {
  node: WorkflowNode;
  workflow: Workflow;
  runId: string;
  /** Of the nodes before this one, and of no others. */
  outputs: Outputs;
  /** The path of loop indexes, outermost first; empty outside of loops. */
  iteration: readonly number[];
  signal: AbortSignal;
  log: (text: string, level?: LogEntry["level"]) => void;
}

/** What a node did. */
export interface Executed {
  output: unknown;
  /** What it worked on, for the run log. */
  input?: unknown;
}

/** Runs one node. Rejects when it fails. */
export type Executor = (context: ExecuteContext) => Promise<Executed> | Executed;
