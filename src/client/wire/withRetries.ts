import { ImageNodeError } from "../../contract/index.js";
import type { Deadline } from "./createDeadline.js";
import { isUnknownOutcome } from "./isUnknownOutcome.js";

/** Clock, random numbers and pauses of a client, replaceable in tests. */
export interface ClientDependencies {
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Silence after which a stream's connection counts as dead; heartbeats come every 10 s. */
  stallMs: number;
}

/** Longest single pause. A back end that asks for more is not waited for: its refusal is shown instead. */
export const MAX_PAUSE_MS = 30_000;
const FIRST_BACKOFF_MS = 500;
/** Pause between two looks at a run that is under way. */
const POLL_MS = 1000;

/** Pace of a batch: holds back all its requests while the back end asks for a pause. */
export interface Pace {
  /** Resolves when requests may go on; rejects when they may not any more. */
  ready(signal: AbortSignal): Promise<void>;
  /** Notes a refusal that asks for a pause. */
  hold(error: ImageNodeError, ms: number): void;
}

/** Rules for repeating one call. */
export interface RetryPolicy {
  maxRetries: number;
  /** Whether a repeat is safe when the outcome is unknown. */
  repeatUnknown: boolean;
  pace?: Pace | undefined;
}

/** Runs an attempt and repeats it where that is safe. Rejects with the last error. */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  policy: RetryPolicy,
  deadline: Deadline,
  dependencies: ClientDependencies,
): Promise<T> {
  for (let repeats = 0; ; repeats += 1) {
    await policy.pace?.ready(deadline.signal);
    try {
      return await attempt();
    } catch (error) {
      if (deadline.signal.aborted || !ImageNodeError.isInstance(error)) throw error;
      if (!(error.retryable || (policy.repeatUnknown && isUnknownOutcome(error)))) throw error;
      const pause = getPause(error, repeats, dependencies.random());
      if (error.kind === "rate_limited") policy.pace?.hold(error, pause);
      if (repeats >= policy.maxRetries) throw error;
      // A pause that outlives the deadline helps nobody: what the back end said is better than a timeout.
      if ((error.retryAfterMs ?? 0) > MAX_PAUSE_MS || pause >= deadline.getTimeLeft()) throw error;
      await dependencies.sleep(pause, deadline.signal);
    }
  }
}

/** Returns the pause before a repeat: what the back end asked for, else a doubling backoff; spread so that clients do not return as one. */
export function getPause(error: ImageNodeError, repeats: number, random: number): number {
  if (error.retryAfterMs !== undefined)
    return error.retryAfterMs + random * Math.min(250, 50 + error.retryAfterMs / 4);
  return FIRST_BACKOFF_MS * 2 ** repeats * (0.5 + random / 2);
}

/** Returns the pause before the next look at a run that is under way. */
export function getPollPause(retryAfterMs: number | undefined, random: number): number {
  return Math.min(MAX_PAUSE_MS, Math.max(100, retryAfterMs ?? POLL_MS)) * (1 + random / 10);
}
