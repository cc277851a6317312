import type { ProviderLimit } from "../GenerationEngine.js";
import type { TurnEntry } from "./RunTurns.js";

/** Latest moment at which a run must be expected to start, and the limit that it starts under. */
export interface Admission {
  readonly admitBy: number;
  /** Runs that start in each span; `null` without a limit. */
  readonly tokens: number | null;
  /** Span in milliseconds. */
  readonly spanMs: number;
}

/** Longest time between the moment at which the limit lets a run through and its start by a worker. */
const MARGIN_MS = 500;

/** Converts a limit to whole numbers, as the stores calculate with. */
export function toTokens(limit: ProviderLimit | undefined): Omit<Admission, "admitBy"> {
  if (!limit) return { tokens: null, spanMs: 0 };
  return { tokens: Math.max(1, Math.floor(limit.max)), spanMs: Math.max(1, Math.ceil(limit.durationMs)) };
}

/** Makes the bounds that a run is admitted by. */
export function toAdmission({ queue, until }: TurnEntry, now: number): Admission {
  const patienceMs = Math.max(0, until - now);
  return { ...toTokens(queue.limit), admitBy: Math.floor(until - Math.min(MARGIN_MS, patienceMs / 10)) };
}
