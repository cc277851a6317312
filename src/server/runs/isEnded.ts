import type { RunRecord } from "./RunStore.js";

/** Whether a run has reached its end. */
export function isEnded(run: RunRecord): boolean {
  return run.status === "succeeded" || run.status === "failed" || run.status === "cancelled";
}
