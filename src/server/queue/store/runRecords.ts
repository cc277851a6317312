import { createId } from "../../createId.js";
import type { RunRecord } from "../../runs/RunStore.js";

/** Characters of a writing's id: enough to differ from any other writing of the same run. */
const CHANGE_LENGTH = 12;

/** Members in the order in which they stop changing: PostgreSQL's log leaves out the end that two versions of a row share. */
const CHANGING = [
  "revision",
  "abandonedAt",
  "stage",
  "status",
  "generation",
  "storing",
  "spending",
  "endedAt",
  "imageArrivedAt",
  "usage",
  "startedAt",
  "deadlineAt",
  "imageStartedAt",
  "stages",
  "execution",
] as const satisfies readonly (keyof RunRecord)[];

/**
 * Writes a run as a database keeps it: without its request, which stands apart, and with an id of this very writing, by
 * which a repeat knows its own record from an equal one of another process.
 */
export function writeRecord(run: RunRecord): string {
  const change = createId("c").slice(0, CHANGE_LENGTH);
  const changing = Object.fromEntries(CHANGING.map((name) => [name, run[name]]));
  return JSON.stringify({ change, ...changing, ...run, request: null });
}

/** Reads a run. One that an earlier version of this package wrote has its request within. */
export function readRecord(text: string): RunRecord {
  const { change: _, ...run } = JSON.parse(text) as RunRecord & { readonly change?: string };
  return run;
}
