import { createId } from "../createId.js";
import type { RunRecord } from "../runs/RunStore.js";

/**
 * Writes a run as a database keeps it: without its request, which stands apart, and with an id of this very writing, by
 * which a repeat knows its own record from an equal one of another process.
 */
export function writeRecord(run: RunRecord): string {
  const { id, scope, key, fingerprint, createdAt, execution, stages, usage, ...changing } = run;
  // What stays the same stands last: PostgreSQL's log leaves out the end that two versions of a row have in common.
  const steady = { usage, stages, execution, createdAt, fingerprint, key, scope, id };
  return JSON.stringify({ change: createId("c"), ...changing, request: null, ...steady });
}

/** Reads a run. One that an earlier version of this package wrote has its request within. */
export function readRecord(text: string): RunRecord {
  const { change: _, ...run } = JSON.parse(text) as RunRecord & { readonly change?: string };
  return run;
}
