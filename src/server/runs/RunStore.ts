import type {
  Generation,
  Problem,
  RunStage,
  RunStatus,
  Stages,
  StreamEvent,
  Usage,
} from "../../contract/index.js";

/** One generation, as a run store keeps it: plain JSON. Times are milliseconds since 1970. */
export interface RunRecord {
  /** The run's id. */
  readonly id: string;
  /** The workspace it belongs to. */
  readonly scope: string;
  /** The idempotency key that started it. */
  readonly key: string;
  /** SHA-256 of the request's raw bytes in hex. */
  readonly fingerprint: string;
  /** How far it is. */
  readonly status: RunStatus;
  /** The stage it is in, or ended in. */
  readonly stage: RunStage | null;
  /** How the prompt came about. */
  readonly stages: Stages | null;
  /** What was spent so far. */
  readonly usage: Usage | null;
  /** When it was claimed, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When the 60 seconds began. */
  readonly startedAt: number | null;
  /** When they end. */
  readonly deadlineAt: number | null;
  /** Set before the image model is called: from here on a charge is possible. */
  readonly imageStartedAt: number | null;
  /** Set when the image's bytes arrived: from here on it is too late to cancel. */
  readonly imageArrivedAt: number | null;
  /** When it ended, in milliseconds since 1970. */
  readonly endedAt: number | null;
  /**
   * When whoever carries the run out would have ended it by now. A run that has not ended and is read after this moment
   * was left by a process that died; the reader ends it. Moves on with the run, and is always set.
   */
  readonly abandonedAt: number;
  /** The request's body as JSON text, where another process carries the run out; `null` otherwise and after the end. */
  readonly request: string | null;
  /** The result of a run that succeeded. */
  readonly generation: Generation | null;
  /** The answer of a run that failed. */
  readonly problem: Problem | null;
  /**
   * The picture that is about to be stored, under the attachment id that the storage is offered. A run that ends without
   * its picture, because the process died meanwhile, shows it as `late` if the storage knows that id.
   */
  readonly storing: Pick<Generation, "output" | "image"> | null;
  /** The picture that arrived after the end. */
  readonly late: Pick<Generation, "output" | "image"> | null;
  /** Counts changes; a change names the revision that it was made from. */
  readonly revision: number;
}

/** The members of a run that change. */
export type RunPatch = Partial<
  Omit<RunRecord, "id" | "scope" | "key" | "fingerprint" | "createdAt" | "revision">
>;

/** What a freed key remembers, so that a repeat does not write (and pay for) the prompt again. */
export interface KeptPrompt {
  /** The request's fingerprint; another request must not use the prompt. */
  readonly fingerprint: string;
  /** The prompt that the model wrote. */
  readonly written: string;
  /** What writing it used. */
  readonly usage: Usage;
}

/**
 * Keeps runs and their idempotency keys for 24 hours. All methods are asynchronous and every change is a
 * compare-and-set, so that one over a shared database can serve several machines.
 */
export interface RunStore {
  /** Claims the run's key. Atomic by scope and key: of two at once, one creates and the other gets the first's run. */
  create(run: RunRecord): Promise<{ created: boolean; run: RunRecord }>;
  /** The run with an id, or null where the workspace has none. */
  get(scope: string, id: string): Promise<RunRecord | null>;
  /** The newest run of a key, or null where the workspace has none. */
  findByKey(scope: string, key: string): Promise<RunRecord | null>;
  /** Applies the patch if the run still has this revision; otherwise `null`, and nothing changed. */
  update(scope: string, id: string, revision: number, patch: RunPatch): Promise<RunRecord | null>;
  /** Lets the run's key be used again (the run stays readable by id), and keeps its written prompt. */
  freeKey(scope: string, key: string, runId: string, kept: KeptPrompt | null): Promise<void>;
  /** The prompt that an earlier attempt of the key has paid for, or null. */
  keptPrompt(scope: string, key: string): Promise<KeptPrompt | null>;
  /** Tells those who watch the run of an event. */
  publish(scope: string, id: string, event: StreamEvent): Promise<void>;
  /** Calls the listener for each later event. Resolves, once listening, with a function that stops it. */
  subscribe(scope: string, id: string, listener: (event: StreamEvent) => void): Promise<() => void>;
}
