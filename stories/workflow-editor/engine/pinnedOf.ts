import type { PinnedImage } from "image-generation-node/contract";
import type { RunContext } from "./RunContext.js";
import type { WorkflowNode } from "./types.js";

/** Finds the image that a node uses in this run: the pinned one in a test run, else `null`, and it makes one. */
export function pinnedOf({ store }: RunContext, { pinned }: WorkflowNode): PinnedImage | null {
  return (store.getSnapshot().mode === "test" && pinned) || null;
}
