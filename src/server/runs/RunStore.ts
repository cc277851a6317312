import type {
  Generation,
  Problem,
  RunStage,
  RunStatus,
  Stages,
  StreamEvent,
  Usage,
} from "../../contract/index.js";
import type { RunTrace } from "../telemetry/RunTrace.js";
import type { JournalEntry } from "../journal/JournalEntry.js";
import type { RunSpending } from "../spending/RunSpending.js";

/** Run as a run store keeps it: plain JSON. Times are milliseconds since 1970. */
export interface RunRecord {
  /** Id of the run. */
  readonly id: string;
  /** Id of the workspace. */
  readonly scope: string;
  /** Idempotency key that started the run. */
  readonly key: string;
  /** SHA-256 of the request's raw bytes in hex. */
  readonly fingerprint: string;
  /** State of the run. */
  readonly status: RunStatus;
  /** Stage that the run is in, or ended in. */
  readonly stage: RunStage | null;
  /** Prompt at each step so far. */
  readonly stages: Stages | null;
  /** Usage so far. */
  readonly usage: Usage | null;
  /** Time of the claim. */
  readonly createdAt: number;
  /** Start of the time limit. */
  readonly startedAt: number | null;
  /** End of the time limit. */
  readonly deadlineAt: number | null;
  /** Time of the call to the image model, set before it: from here on a charge is possible. */
  readonly imageStartedAt: number | null;
  /** Time at which the image's bytes arrived: from here on it is too late to cancel. */
  readonly imageArrivedAt: number | null;
  /** End of the run. */
  readonly endedAt: number | null;
  /**
   * Time by which a living process would have ended the run or moved this time on. A run that has not ended and is read
   * later was left by a process that died; the reader ends it. Always set.
   */
  readonly abandonedAt: number;
  /**
   * Body of the request as JSON text, where another process executes the run or may go on with it; `null` otherwise and
   * after the end. A store may keep it apart, and leave it out (`null`) where it is not asked for.
   */
  readonly request: string | null;
  /** Random id of the process's attempt that executes the run, or has: by it an attempt knows its own changes. */
  readonly execution?: string | undefined;
  /** Trace that the run belongs to, where the back end has telemetry. */
  readonly trace?: RunTrace | undefined;
  /** Answer of the provider by which another process can go on with the image; only where `createProviderFetch` noted one. */
  readonly journal?: JournalEntry | null | undefined;
  /** Result of a run that succeeded. */
  readonly generation: Generation | null;
  /** Answer of a run that failed. */
  readonly problem: Problem | null;
  /**
   * Image that is about to be stored, under the attachment id that the storage is offered. A run that ends without it,
   * because its process died meanwhile, shows it as `late` if the storage knows that id.
   */
  readonly storing: Pick<Generation, "output" | "image"> | null;
  /** Image that arrived after the end. */
  readonly late: Pick<Generation, "output" | "image"> | null;
  /** Reservation of the run; missing where the handler has no option `spending`. */
  readonly spending?: RunSpending | undefined;
  /** Count of changes; a change names the revision that it was made from. */
  readonly revision: number;
}

/** Members of a run that change. */
export type RunPatch = Partial<
  Omit<RunRecord, "id" | "scope" | "key" | "fingerprint" | "createdAt" | "revision">
>;

/** Prompt that a freed key keeps, so that a repeat does not write (and pay for) it again. */
export interface KeptPrompt {
  /** Fingerprint of the request; another request must not use the prompt. */
  readonly fingerprint: string;
  /** Prompt that the model wrote. */
  readonly written: string;
  /** Usage of writing it. */
  readonly usage: Usage;
}

/** Events that a listener wants to hear: all, or only the one that ends the run. */
export type RunInterest = "events" | "end";

/** Options of `RunStore.create`. */
export interface CreateRunOptions {
  /** Events that the caller will subscribe to at once; none by default. A store may note it with the claim. */
  readonly watch?: RunInterest | undefined;
}

/** Options of `RunStore.subscribe`. */
export interface SubscribeOptions {
  /** Events that the listener needs; all by default. A store may leave out the others. @default "events" */
  readonly interest?: RunInterest | undefined;
  /** Whether the caller changes the run next: a store may note the listener with that change. @default false */
  readonly changesNext?: boolean | undefined;
}

/**
 * Keeps runs and their idempotency keys for 24 hours. All methods are asynchronous and every change is a
 * compare-and-set, so that one over a shared database can serve several machines. A store that is away for a while
 * rejects with an `ImageNodeError` of kind `overloaded` within a few seconds: a run under way then waits for it.
 */
export interface RunStore {
  /** Claims the run's key. Atomic by scope and key: of two at once, one creates and the other gets the first's run. */
  create(run: RunRecord, options?: CreateRunOptions): Promise<{ created: boolean; run: RunRecord }>;
  /**
   * Finds the run with an id; null where the workspace has none.
   *
   * @param withRequest whether `request` is needed; a store may give it always
   */
  get(scope: string, id: string, withRequest?: boolean): Promise<RunRecord | null>;
  /** Finds the newest run of a key; null where the workspace has none. */
  findByKey(scope: string, key: string): Promise<RunRecord | null>;
  /**
   * Applies the patch if the run still has this revision; otherwise resolves with `null` and changes nothing. A patch
   * without `request` leaves the request as it is, whatever `known` says of it.
   *
   * @param known the run at this revision, where the caller has it: a store need not read it again
   */
  update(
    scope: string,
    id: string,
    revision: number,
    patch: RunPatch,
    known?: RunRecord,
  ): Promise<RunRecord | null>;
  /** Lets the run's key be used again (the run stays readable by id), and keeps its written prompt. */
  freeKey(scope: string, key: string, runId: string, kept: KeptPrompt | null): Promise<void>;
  /** Finds the prompt that an earlier attempt of the key has paid for, or null. */
  keptPrompt(scope: string, key: string): Promise<KeptPrompt | null>;
  /**
   * Finds runs whose reservation somebody should look after, the longest overdue first: those with a `spending` that is not
   * "closed", and whose time is over by then. For a run that has ended that is `spending.settleAfter`, else some seconds after
   * the later one of `abandonedAt` and `deadlineAt`. Without it, what a process that died has left open is settled only when the run is read.
   *
   * @param until milliseconds since 1970
   */
  openReservations?(until: number, limit: number): Promise<readonly RunRecord[]>;
  /** Tells those who watch the run of an event. */
  publish(scope: string, id: string, event: StreamEvent): Promise<void>;
  /** Tells those who watch the run of events that follow each other; `publish` is called for each where it is missing. */
  publishAll?(scope: string, id: string, events: readonly StreamEvent[]): Promise<void>;
  /** Calls the listener for each later event. Resolves, once listening, with a function that stops it. */
  subscribe(
    scope: string,
    id: string,
    listener: (event: StreamEvent) => void,
    options?: SubscribeOptions,
  ): Promise<() => void>;
}
