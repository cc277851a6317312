import type { RunRecord } from "./RunStore.js";
import { isEnded } from "./isEnded.js";

/** Time after its bounds in which a run may still be on its way to its end. */
export const GRACE_MS = 5_000;
/** Longest time that storing an image may take. */
export const STORE_MS = 60_000;
/** Time by which a worker that says nothing of its run counts as dead. */
const LEASE_MS = 20_000;
/** Time after which a worker says that it still carries its run out. */
export const BEAT_MS = 6_000;

/** Moves the time on by which a worker must have said something of its run again. */
export function extendLease(endsBy: number): number {
  return Math.min(endsBy, Date.now() + LEASE_MS);
}

/** Whether a process is believed to carry the run out. Another may take it over before a reader would end it. */
export function isCarriedOut(run: RunRecord): boolean {
  return run.status === "running" && !isEnded(run) && isKept(run);
}

/** Whether a process is believed to work for the run, or for its late image. */
export function isKept({ abandonedAt }: RunRecord): boolean {
  return Date.now() <= abandonedAt - GRACE_MS;
}
