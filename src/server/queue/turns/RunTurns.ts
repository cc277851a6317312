import type { EngineQueue } from "../GenerationEngine.js";

/** Most runs of one workspace that wait in one queue of the engine; its others are held in the run store. */
export const WINDOW = 2;

/** Most runs that one look for overdue ones takes out, and delivers again. */
export const OVERDUE_BATCH = 100;

/** Run that asks for its turn. */
export interface TurnEntry {
  /** Queue of the engine that will deliver it, with its limit. */
  readonly queue: EngineQueue;
  /** Id of the workspace. */
  readonly scope: string;
  /** Id of the run. */
  readonly id: string;
  /** Moment until which a worker may start it, in milliseconds since 1970. Later it is out of the line by itself. */
  readonly until: number;
}

/** Run that does not wait any more. */
export interface TurnExit extends Pick<TurnEntry, "queue" | "id"> {
  /** Whether a worker starts it, which takes a token of the queue's limit. */
  readonly isStart: boolean;
}

/** Answer to a run that asks for its turn: what may go to the engine now, or the time to wait. */
export type TurnAnswer =
  | { readonly ready: readonly string[]; readonly refusedMs: null }
  | { readonly ready: readonly []; readonly refusedMs: number };

/** Runs that were left behind by processes that died, or waited too long. */
export interface OverdueTurns {
  /** Ids that may go to the engine now; they may be there already. */
  readonly ready: readonly string[];
  /** Ids of runs that waited too long, and were held here. */
  readonly expired: readonly string[];
  /** Ids of runs that waited too long, and may be in the engine. */
  readonly expiredReady: readonly string[];
  /** Whether there may be more. */
  readonly isFull: boolean;
}

/**
 * Lines of runs that wait, one for each workspace and queue. Only the first {@link WINDOW} of a line are ready, which is
 * to say in the engine or on their way there; as the engine takes the first that came, lines take turns by that.
 *
 * Each call is one statement or script, and may be repeated after a lost answer.
 */
export interface RunTurns {
  /** Puts a run into the line of its workspace, unless its queue has a limit by which it cannot start in time. */
  enter(entry: TurnEntry): Promise<TurnAnswer>;
  /** Takes a run out of its line. Resolves with the ids that are ready by that; with none for a run in no line. */
  leave(exit: TurnExit): Promise<readonly string[]>;
  /** Takes out what waited too long, and finds what has been ready for `readyForMs` without a start: a few at a time. */
  overdue(queue: EngineQueue, readyForMs: number): Promise<OverdueTurns>;
}
