import type { Generation, GenerationRequest, ImageNodeError, StreamEvent } from "../../contract/index.js";
import { createStore } from "../../internal/createStore.js";
import { callSafely } from "../callSafely.js";
import { isUnknownOutcome } from "../wire/isUnknownOutcome.js";
import type { GenerationState } from "./GenerationState.js";
import { KEPT_MS, hasEnded } from "./createRecordKeeper.js";
import type { GenerationRecord, RecordKeeper } from "./createRecordKeeper.js";
import { IDLE_GENERATION, reduceGeneration } from "./reduceGeneration.js";
import type { GenerationAction } from "./reduceGeneration.js";

/** State of a generation, and the record of its run by which a reload finds the run again. */
export interface RecordedState {
  getState(): GenerationState;
  /** Returns the record of the last run, once its request was made. */
  getRecord(): GenerationRecord | undefined;
  subscribe(listener: () => void): () => void;
  /** Shows the run that the storage holds. Returns whether a reload interrupted it. */
  restore(): boolean;
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
  /** Forgets the run, in the storage too. */
  reset(): void;
}

/** Creates the state, without a run. */
export function createRecordedState(keeper: RecordKeeper): RecordedState {
  const { get: getState, set, subscribe } = createStore<GenerationState>(IDLE_GENERATION);
  let record: GenerationRecord | undefined;
  const dispatch = (action: GenerationAction) => {
    set(reduceGeneration(getState(), action));
  };
  const update = (change: Partial<GenerationRecord>) => {
    if (!record) return;
    record = { ...record, ...change };
    keeper.update(record);
  };

  return {
    getState,
    getRecord: () => record,
    subscribe: (listener) => subscribe(() => callSafely(listener, undefined)),
    restore() {
      const stored = keeper.read();
      if (!stored || isOutdated(stored)) return false;
      record = stored;
      // Older versions kept the whole request.
      if (hasEnded(stored)) keeper.update(stored);
      for (const action of toActions(stored)) dispatch(action);
      return getState().status === "waiting";
    },
    setRepeatable(isRepeatable) {
      if (record) dispatch({ type: "repeatable", isRepeatable });
    },
    start() {
      record = undefined;
      dispatch({ type: "start", at: Date.now() });
    },
    begin(key, request) {
      record = { key, request, startedAt: getState().startedAt ?? Date.now() };
      keeper.begin(record);
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
      if (error.kind === "client_timeout") {
        dispatch({ type: "detach", error });
        return;
      }
      // An unknown outcome stays open in the record, so that a reload asks again with the same key.
      if (!isUnknownOutcome(error)) update({ error, endedAt });
      dispatch({ type: "fail", error, at: endedAt });
    },
    detach() {
      const { previous } = getState();
      // Before anything was sent there is nothing to come back to but the image that was there.
      if (record) dispatch({ type: "detach" });
      else if (previous) dispatch({ type: "succeed", generation: previous, at: Date.now() });
      else dispatch({ type: "reset" });
    },
    reset() {
      keeper.remove(record?.key);
      record = undefined;
      dispatch({ type: "reset" });
    },
  };
}

/** An old run that never ended is forgotten: its key no longer protects from paying again. */
function isOutdated(record: GenerationRecord): boolean {
  return !hasEnded(record) && Date.now() - record.startedAt > KEPT_MS;
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
