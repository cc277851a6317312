import type { ImageNodeError, Usage, UsageItem } from "../../../contract/index.js";
import type { BatchItem, BatchState } from "./Batch.js";

/** Counts and costs of a batch, kept up to date item by item. */
export interface BatchTally {
  /** Adds what an item is and costs now. */
  add(item: BatchItem): void;
  /** Takes back what was added for an item. */
  remove(item: BatchItem): void;
  /** Adds the cost of an attempt that a retry replaces: it stays spent. */
  keep(error: ImageNodeError): void;
  /** Returns the counts and the cost; `usage` is the same object until a line comes or goes. */
  read(): Pick<BatchState, "succeeded" | "failed" | "undone" | "usage" | "usageIsPartial">;
}

/** Creates the tally of a batch without items. */
export function createBatchTally(): BatchTally {
  const lines: UsageItem[] = [];
  let usage: Usage | undefined;
  let succeeded = 0;
  let failed = 0;
  let undone = 0;
  let unknown = 0;

  const spend = ({ usage: spent }: { usage?: Usage | undefined }, by: 1 | -1) => {
    if (!spent || spent.items.length === 0) return;
    usage = undefined;
    for (const line of spent.items) {
      if (by === 1) lines.push(line);
      // Equal lines may be one object; each stands for one payment. Only a retry takes lines back.
      else lines.splice(lines.lastIndexOf(line), 1);
    }
  };
  const fail = (error: ImageNodeError, by: 1 | -1) => {
    spend(error, by);
    if (error.charged !== false && !error.usage) unknown += by;
  };
  const count = (item: BatchItem, by: 1 | -1) => {
    if (item.status === "succeeded") succeeded += by;
    if (item.status === "failed" || item.status === "aborted") failed += by;
    if (item.status === "aborted") unknown += by;
    if (item.status === "undone") undone += by;
    if (item.error) fail(item.error, by);
    if (!item.generation || item.reused) return;
    spend(item.generation, by);
    if (!item.generation.usage) unknown += by;
  };
  return {
    add: (item) => count(item, 1),
    remove: (item) => count(item, -1),
    keep: (error) => fail(error, 1),
    read() {
      usage ??= { items: [...lines] };
      return { succeeded, failed, undone, usage, usageIsPartial: unknown > 0 };
    },
  };
}
