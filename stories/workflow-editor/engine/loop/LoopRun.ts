import type { RunContext } from "../RunContext.js";
import type { Outputs, WorkflowNode } from "../types.js";

/** Saved configuration of a loop. */
export interface LoopConfig {
  /** The list to go through, as one reference such as `{{trigger.output.products}}`. */
  items: string;
  concurrency: number;
}

/** One run of a loop: what it repeats, for which items. */
export interface LoopRun {
  context: RunContext;
  loop: WorkflowNode;
  items: readonly unknown[];
  /** The nodes that run once per item, in their order. */
  body: readonly WorkflowNode[];
  /** Outputs of the nodes before the loop. */
  outputs: Outputs;
  /** Items that one node works on at a time. */
  concurrency: number;
}

/** Message for a loop inside a loop: on its card before a run, and in the log. */
export const NO_NESTED_LOOP =
  "A loop inside of a loop is more than this recipe shows. Connect it to the outer loop’s “done” instead.";
