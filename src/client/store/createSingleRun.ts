import type { Generation } from "../../contract/index.js";
import type { ImageNodeClient } from "../types.js";
import type { Pace } from "../wire/withRetries.js";
import { createRecordKeeper } from "./createRecordKeeper.js";
import { createRecordedState } from "./createRecordedState.js";
import { createRunControl, isOpen } from "./createRunControl.js";
import type { GenerationRecord } from "./GenerationRecord.js";
import type { EarlierRun } from "./GenerationState.js";
import type {
  CreateGenerationOptions,
  GenerationSource,
  GenerationStore,
  StartOptions,
} from "./GenerationStore.js";

/** Options of {@link createSingleRun}. */
export interface SingleRunOptions extends CreateGenerationOptions {
  /** Series of keys that the run belongs to. By default each intent has a random key. */
  keys?: KeySeries | undefined;
  /** Keys of runs that have ended and need not be found again once this one is recorded. */
  replaced?: readonly string[] | undefined;
  /** Pace that the run shares with others. */
  pace?: Pace | undefined;
}

/** Keys of one run and of its repeats. Two pages that repeat the same failure ask with the same key, and pay once. */
export interface KeySeries {
  /** First key. */
  readonly first: string;
  /** Checks whether a key is one of them. */
  has(key: string): boolean;
  /**
   * Returns the key of a repeat: the same after a failure that was not charged, which frees it on the back end, else the
   * one that follows.
   */
  next(last: string | undefined, charged: boolean | null | undefined): string;
}

/** Store of one run, without several images. */
export interface SingleRun extends GenerationStore {
  /** Calls the listener after every change, without starting anything. */
  watch(listener: () => void): () => void;
  /** Waits again for runs that a reload interrupted. */
  rejoinInterrupted(): void;
  /** Returns the record of the run, whose request may be its configuration alone. */
  getRecord(): GenerationRecord | undefined;
  /** Returns what a repeat sends. */
  findSource(): GenerationSource | undefined;
  /** Takes an image of another run into the state, beside the one that is shown. */
  tell(run: EarlierRun): void;
  /** Holds an image that other runs made as the last good one. */
  hold(generation: Generation): void;
}

/** Creates the store of one run. */
export function createSingleRun(client: ImageNodeClient, options: SingleRunOptions = {}): SingleRun {
  const { keys, pace } = options;
  const recorded = createRecordedState(
    createRecordKeeper(options.storage, options.slot ?? "default", options.createdAt),
    { kept: options.generation, isOwn: keys?.has, replaced: options.replaced },
  );
  const control = createRunControl(client, recorded, pace);
  const isRunning = () => recorded.getState().status === "running";
  let source: GenerationSource | undefined;
  let offered: GenerationSource | undefined;
  let startOptions: StartOptions = {};

  function findSource(): GenerationSource | undefined {
    // Nothing has been run, and no result was kept.
    if (recorded.getState().status === "idle") return source;
    const record = recorded.getRecord();
    return source ?? offered ?? (record?.isReduced ? undefined : record?.request);
  }

  async function beginAgain(): Promise<void> {
    if (isRunning()) return;
    const again = findSource();
    if (again === undefined) return;
    // A key that the host gave named the last intent only.
    startOptions = {
      ...startOptions,
      idempotencyKey: keys?.next(recorded.getRecord()?.key, recorded.getState().charged),
    };
    await control.begin(again, startOptions);
  }

  return {
    getSnapshot: recorded.getState,
    watch: recorded.subscribe,
    rejoinInterrupted: control.rejoinInterrupted,
    getRecord: recorded.getRecord,
    findSource,
    tell: recorded.tell,
    hold: recorded.hold,
    subscribe(listener) {
      const unsubscribe = recorded.subscribe(listener);
      control.rejoinInterrupted();
      return unsubscribe;
    },
    async start(request, o = {}) {
      if (isRunning()) return;
      source = request;
      startOptions = o;
      await control.begin(request, o);
    },
    async retry() {
      control.forgetCancel();
      // Nobody asks for a fifth of four because its image came just before the click.
      if (keys && recorded.getState().status === "succeeded") return;
      await (control.repeat() ?? beginAgain());
    },
    regenerate: beginAgain,
    offer(own) {
      offered = own;
      recorded.setRepeatable(true);
      return () => {
        if (offered !== own) return;
        offered = undefined;
        recorded.setRepeatable(findSource() !== undefined);
      };
    },
    stopWaiting() {
      if (isRunning()) control.detach();
    },
    async cancel() {
      if (isRunning() || isOpen(recorded.getState())) await control.cancel();
    },
    rejoin() {
      control.forgetCancel();
      return control.rejoin();
    },
    reset() {
      source = undefined;
      control.reset();
    },
    choose: () => undefined,
    getVariation: () => undefined,
  };
}
