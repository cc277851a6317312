import { ImageNodeError } from "../../contract/index.js";
import { isUnknownOutcome } from "./readAnswer.js";
import type { CallDeadline } from "./createDeadline.js";

/** Clock, chance and pauses, replaceable in our own tests. */
export interface ClientDependencies {
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** How long a stream may be silent before its connection counts as dead; heartbeats come every 10 s. */
  stallMs: number;
}

/** Longest single pause: a back end that asks for more is not waited for, its answer is shown instead. */
export const MAX_PAUSE_MS = 30_000;
const FIRST_BACKOFF_MS = 500;
/** Between two looks at a run that is under way. */
const POLL_MS = 1000;

/** Holds back all requests of a batch while the back end says that it has had enough. */
export interface Pace {
  /** Resolves when requests may go on; rejects when they may not any more. */
  ready(signal: AbortSignal): Promise<void>;
  /** Told of a refusal that asks for a pause. */
  hold(error: ImageNodeError, ms: number): void;
}

/** How one call may be repeated. */
export interface RetryPolicy {
  maxRetries: number;
  /** Whether asking again is safe when the outcome is unknown. */
  repeatUnknown: boolean;
  pace?: Pace | undefined;
}

/** Runs an attempt and repeats it where that is safe. The last error is the one that is thrown. */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  policy: RetryPolicy,
  wait: CallDeadline,
  dependencies: ClientDependencies,
): Promise<T> {
  for (let repeats = 0; ; repeats += 1) {
    await policy.pace?.ready(wait.signal);
    try {
      return await attempt();
    } catch (error) {
      if (wait.signal.aborted || !ImageNodeError.isInstance(error)) throw error;
      if (!(error.retryable || (policy.repeatUnknown && isUnknownOutcome(error)))) throw error;
      const pause = getPause(error, repeats, dependencies.random());
      if (error.kind === "rate_limited") policy.pace?.hold(error, pause);
      if (repeats >= policy.maxRetries) throw error;
      // A pause that outlives the wait helps nobody: what the back end said is better than a timeout.
      if ((error.retryAfterMs ?? 0) > MAX_PAUSE_MS || dependencies.now() + pause >= wait.deadline)
        throw error;
      await dependencies.sleep(pause, wait.signal);
    }
  }
}

/** Milliseconds before a repeat: what the back end asked for, else a doubling backoff; spread so that clients do not return as one. */
export function getPause(error: ImageNodeError, repeats: number, random: number): number {
  if (error.retryAfterMs !== undefined)
    return error.retryAfterMs + random * Math.min(250, 50 + error.retryAfterMs / 4);
  return FIRST_BACKOFF_MS * 2 ** repeats * (0.5 + random / 2);
}

/** Milliseconds before the next look at a run that is under way. */
export function getPollPause(retryAfterMs: number | undefined, random: number): number {
  return Math.min(MAX_PAUSE_MS, Math.max(100, retryAfterMs ?? POLL_MS)) * (1 + random / 10);
}
