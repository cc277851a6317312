import type { Generation, GenerationRequest, ImageNodeError, StreamEvent } from "../../contract/index.js";
import { createStore } from "../../internal/createStore.js";
import { callSafely } from "../../internal/callSafely.js";
import { isUnknownOutcome } from "../wire/isUnknownOutcome.js";
import type { RecordKeeper } from "./createRecordKeeper.js";
import { IDLE_GENERATION, fromGeneration } from "./fromGeneration.js";
import { hasEnded, isOutdated } from "./GenerationRecord.js";
import type { GenerationRecord } from "./GenerationRecord.js";
import type { EarlierRun, GenerationState } from "./GenerationState.js";
import { reduceGeneration } from "./reduceGeneration.js";
import type { GenerationAction } from "./reduceGeneration.js";

/** State of a generation, and the record of its run by which a reload finds the run again. */
export interface RecordedState {
  getState(): GenerationState;
  /** Returns the record of the last run, once its request was made. */
  getRecord(): GenerationRecord | undefined;
  subscribe(listener: () => void): () => void;
  /** Shows the run that the storage holds. Returns whether a reload interrupted it. */
  restore(): boolean;
  /** Returns the runs of the storage that may go on and are not the one that is shown. */
  getOthers(): readonly GenerationRecord[];
  /** Records the progress of one of those. Its image stands in the state from then on. */
  updateOther(record: GenerationRecord): void;
  /** Tells whether there is something to repeat the last run with. */
  setRepeatable(isRepeatable: boolean): void;
  /** Starts a new intent, before its request is made. */
  start(): void;
  /** Records the request of the new intent under its key. */
  begin(key: string, request: GenerationRequest): GenerationRecord;
  /** Waits again for the last run. */
  resume(): void;
  receive(event: StreamEvent): void;
  succeed(generation: Generation): void;
  fail(error: ImageNodeError): void;
  /** Ends the wait for a run that goes on. */
  detach(): void;
  /** Takes an image of another run into the state, beside the one that is shown. */
  tell(run: EarlierRun): void;
  /** Shows an image that other runs of the node made. Nothing of it is recorded. */
  hold(generation: Generation): void;
  /** Forgets the run, in the storage too. */
  reset(): void;
}

/** Options of {@link createRecordedState}. */
export interface RecordedStateOptions {
  /** Result to begin with, which the host kept. */
  kept?: Generation | undefined;
  /** Checks whether the run under a key may be shown again. By default each may. */
  isOwn?: ((key: string) => boolean) | undefined;
  /** Keys of runs that a new intent replaces, beside the one that is shown. */
  replaced?: readonly string[] | undefined;
}

/** Creates the state, without a run. */
export function createRecordedState(keeper: RecordKeeper, options: RecordedStateOptions = {}): RecordedState {
  const { kept, isOwn = () => true, replaced = [] } = options;
  // Nothing is known of its request, so nothing repeats it until one is offered.
  const first: GenerationState = kept ? { ...fromGeneration(kept), isRepeatable: false } : IDLE_GENERATION;
  const { get: getState, set, subscribe } = createStore<GenerationState>(first);
  let record: GenerationRecord | undefined;
  /** Key of the image that was shown before the run. */
  let beneath: string | undefined;
  /** Keys of runs that nobody has to find again, once a new intent was recorded. */
  let done: readonly string[] = [];
  const dispatch = (action: GenerationAction) => {
    set(reduceGeneration(getState(), action));
  };
  const update = (change: Partial<GenerationRecord>) => {
    if (!record) return;
    record = { ...record, ...change };
    keeper.update(record);
  };

  const tell = (run: EarlierRun) => dispatch({ type: "earlier", run });
  const tellRecord = ({ generation, request, startedAt, endedAt }: GenerationRecord) => {
    if (generation) tell({ generation, config: request.config, startedAt, endedAt });
  };

  return {
    getState,
    getRecord: () => record,
    subscribe: (listener) => subscribe(() => callSafely(listener, undefined)),
    restore() {
      const { latest: last, others } = keeper.read();
      // Older versions kept the whole request.
      if (last && hasEnded(last)) keeper.update(last);
      const own = [last, ...others].filter((run) => run && isOwn(run.key));
      const latest = last && isOwn(last.key) ? last : own[0];
      // What may go on, and may be cancelled, comes before what has an end.
      const shown = own.find((run) => run && isOpen(run)) ?? latest;
      const before = latest && latest !== shown && hasEnded(latest) ? latest : undefined;
      for (const run of [before, shown]) {
        if (run && (hasEnded(run) || isOpen(run))) toActions(run).forEach(dispatch);
      }
      if (shown && (hasEnded(shown) || isOpen(shown))) record = shown;
      beneath = before?.key;
      others.forEach(tellRecord);
      return getState().status === "waiting";
    },
    getOthers: () => keeper.read().others.filter((run) => isOpen(run) && run.key !== record?.key),
    updateOther(other) {
      keeper.update(other);
      tellRecord(other);
    },
    setRepeatable(isRepeatable) {
      if (getState().status !== "idle") dispatch({ type: "repeatable", isRepeatable });
    },
    start() {
      done = record && isDone(record, getState()) ? [...replaced, record.key] : replaced;
      record = undefined;
      dispatch({ type: "start", at: Date.now() });
    },
    begin(key, request) {
      record = { key, request, startedAt: getState().startedAt ?? Date.now() };
      keeper.begin(record, done);
      dispatch({ type: "request", request });
      return record;
    },
    resume() {
      dispatch({ type: "resume", at: Date.now() });
    },
    receive({ event, data }) {
      if (event === "started") update({ id: data.id });
      dispatch({ type: "event", event, data });
    },
    succeed(generation) {
      const endedAt = Date.now();
      update({ generation, endedAt, id: generation.id });
      dispatch({ type: "succeed", generation, at: endedAt });
    },
    fail(error) {
      const endedAt = Date.now();
      const isOpenEnd = error.kind === "client_timeout" || isUnknownOutcome(error);
      // It stays open in the record, so that a reload asks again by the id or with the same key.
      if (!isOpenEnd) update({ error, endedAt });
      else if (error.id !== undefined) update({ id: error.id });
      if (error.kind === "client_timeout") {
        dispatch({ type: "detach", error });
        return;
      }
      dispatch({ type: "fail", error, at: endedAt });
    },
    detach() {
      const { previous } = getState();
      // Before anything was sent there is nothing to come back to but the image that was there.
      if (record) dispatch({ type: "detach" });
      else if (previous) dispatch({ type: "succeed", generation: previous, at: Date.now() });
      else dispatch({ type: "reset" });
    },
    tell,
    hold(generation) {
      dispatch({ type: "succeed", generation, at: Date.now() });
    },
    reset() {
      keeper.remove([record?.key, beneath].filter((shown) => shown !== undefined));
      record = undefined;
      dispatch({ type: "reset" });
    },
  };
}

/** An old run that never ended is forgotten: its key no longer protects from paying again. */
function isOpen(record: GenerationRecord): boolean {
  return !hasEnded(record) && !isOutdated(record);
}

/**
 * Checks whether a run that is replaced needs not be found again. A request that nobody is known to have received
 * could be paid only because it was asked for again.
 */
function isDone(record: GenerationRecord, { status }: GenerationState): boolean {
  return hasEnded(record) || (status === "failed" && record.id === undefined);
}

function toActions(stored: GenerationRecord): GenerationAction[] {
  const { request, isReduced, id, startedAt, endedAt, generation, error } = stored;
  const at = endedAt ?? startedAt;
  const actions: GenerationAction[] = [
    { type: "start", at: startedAt },
    { type: "request", request, isReduced },
  ];
  if (id) actions.push({ type: "event", event: "started", data: { id } });
  if (generation) actions.push({ type: "succeed", generation, at });
  else if (error) actions.push({ type: "fail", error, at });
  else actions.push({ type: "detach" });
  return actions;
}
