import type { Executed } from "../executor.js";
import type { RunContext } from "../RunContext.js";
import type { Outputs, WorkflowNode } from "../types.js";
import { concludeLoop } from "./concludeLoop.js";
import { prepareLoop } from "./prepareLoop.js";
import { runLoopBody } from "./runLoopBody.js";

/**
 * Runs the nodes on the loop's "each" once per item. Each item gets as far as it can: a failed one ends only its own
 * iteration. Images go through the client's batch, which keeps order, pace and keys. No node of the body works on more
 * items at a time than the loop's concurrency says.
 */
export async function runLoop(context: RunContext, loop: WorkflowNode, outputs: Outputs): Promise<Executed> {
  const run = prepareLoop(context, loop, outputs);
  await runLoopBody(run);
  return { output: concludeLoop(run) };
}
