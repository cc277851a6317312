import type { Outcome } from "image-generation-node/client";
import type { PinnedImage } from "image-generation-node/contract";

/** Kind of a node. */
export type NodeKind = "trigger" | "agent" | "image" | "vision" | "action" | "http" | "loop";

/** Fate of the rest of the workflow when a node fails. */
export type ErrorStrategy = "stop" | "continue";

/** One node as the host saves it. `config` is the kind's own; each kind's file says its shape. */
export interface WorkflowNode {
  id: string;
  kind: NodeKind;
  /** The name by which later nodes refer to this one. */
  slug: string;
  /** For people. */
  name: string;
  position: { x: number; y: number };
  config: unknown;
  /** @default "stop" */
  onError?: ErrorStrategy | undefined;
  /** Image that a person keeps for an image node: test runs use it and pay nothing. By default none. */
  pinned?: PinnedImage | undefined;
}

/** A connection. `handle` is "each" or "done" where the source is a loop. */
export interface WorkflowEdge {
  id: string;
  source: string;
  target: string;
  handle?: LoopHandle | undefined;
}

/** A loop runs what hangs on "each" once per item, and what hangs on "done" afterwards. */
export type LoopHandle = "each" | "done";

/** A workflow as the host saves it. */
export interface Workflow {
  version: 1;
  id: string;
  name: string;
  nodes: readonly WorkflowNode[];
  edges: readonly WorkflowEdge[];
}

export type NodeStatus = "waiting" | "running" | "succeeded" | "failed" | "skipped" | "cancelled";

/** State of one iteration of a node inside a loop. */
export interface ItemRun {
  index: number;
  status: NodeStatus;
  output?: unknown;
  /** Outcome of an image node, for the preview and for a resumed loop. */
  outcome?: Outcome | undefined;
  error?: string | undefined;
}

/** State of one node. */
export interface NodeRun {
  status: NodeStatus;
  input?: unknown;
  output?: unknown;
  error?: string | undefined;
  startedAt?: number | undefined;
  endedAt?: number | undefined;
  /** Inside of a loop: one per item, by index. */
  items?: readonly ItemRun[] | undefined;
}

/** One line of the run log. */
export interface LogEntry {
  at: number;
  level: "info" | "good" | "warn" | "bad";
  text: string;
  nodeId?: string | undefined;
}

/** A test run uses the pinned pictures; a run for real makes each picture anew. */
export type RunMode = "test" | "real";

export type RunStatus = "idle" | "running" | "succeeded" | "failed" | "cancelled";

/** One run of a workflow, immutable. */
export interface RunState {
  /** Names the run to the back end too, so that a resumed run pays nothing twice. */
  id: string;
  status: RunStatus;
  /** A resumed run stays what it was begun as. */
  mode: RunMode;
  startedAt: number;
  endedAt?: number | undefined;
  nodes: Readonly<Record<string, NodeRun>>;
  log: readonly LogEntry[];
  /** Workflow that runs: the canvas may have changed meanwhile. */
  workflow?: Workflow | undefined;
}

/** The output of a node as later nodes see it: `{ output }` below its slug. */
export type Outputs = Readonly<Record<string, { output: unknown }>>;
