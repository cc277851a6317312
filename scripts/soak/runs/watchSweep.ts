import type pg from "pg";
import type { SharedRunStore } from "../../../src/server/queue/SharedRunStore.ts";
import { countOlder } from "./readTables.ts";
import { liveRun } from "./liveRun.ts";
import type { LongestCalls } from "./liveRun.ts";

const LANES = 2;
const LOOK_MS = 2_000;
/** A store may wait a minute before it begins, and a statement that is cut takes nothing. */
const PATIENCE_MS = 150_000;
const PAUSE_MS = 10;

/** Report of a sweep. */
export interface SweepReport {
  /** Longest calls of the requests meanwhile. */
  readonly calls: LongestCalls;
  readonly requests: number;
  /** Messages of the requests that failed. */
  readonly failures: readonly string[];
  /** Expired runs before and after. */
  readonly expired: number;
  readonly left: number;
  readonly seconds: number;
}

/**
 * Goes on with requests of a store while it sweeps, until no run older than `ttlMs` is left, or until for two and a half
 * minutes none went.
 */
export async function watchSweep(store: SharedRunStore, pool: pg.Pool, ttlMs: number): Promise<SweepReport> {
  const oldest = Date.now() - ttlMs;
  const calls: LongestCalls = new Map();
  const failures: string[] = [];
  const begun = performance.now();
  let requests = 0;
  let isOver = false;
  const lane = async () => {
    while (!isOver) {
      requests += 1;
      await liveRun(store, Date.now(), calls).catch((error: unknown) => failures.push(String(error)));
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  const lanes = Promise.all(Array.from({ length: LANES }, lane));
  const expired = await countOlder(pool, oldest);
  let left = expired;
  for (let changedAt = performance.now(); left > 0 && performance.now() < changedAt + PATIENCE_MS;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const now = await countOlder(pool, oldest);
    if (now < left) changedAt = performance.now();
    left = now;
  }
  isOver = true;
  await lanes;
  const seconds = (performance.now() - begun) / 1000;
  return { calls, requests, failures, expired, left, seconds };
}
