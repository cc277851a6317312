import type { Generation, GenerationRequest } from "../../contract/index.js";
import type { GenerateOptions, ImageNodeClient, RejoinOptions } from "../types.js";
import { createIdempotencyKey } from "../wire/createIdempotencyKey.js";
import { createUnsupportedError } from "../wire/createUnsupportedError.js";
import { isUnknownOutcome } from "../wire/isUnknownOutcome.js";
import { toImageNodeError } from "../wire/toImageNodeError.js";
import type { Pace } from "../wire/withRetries.js";
import { createOtherRuns } from "./createOtherRuns.js";
import type { RecordedState } from "./createRecordedState.js";
import { createTurns } from "./createTurns.js";
import type { GenerationState } from "./GenerationState.js";
import type { GenerationSource, StartOptions } from "./GenerationStore.js";
import { chosenConfigs } from "../../internal/chosenConfigs.js";
import { requestByKey, requestRun } from "./requestRun.js";

/** Control of one node's run: its request, the wait for it, and its cancellation. */
export interface RunControl {
  /** Starts a new intent. */
  begin(source: GenerationSource, options: StartOptions): Promise<void>;
  /** Waits again for a run that may still go on. */
  rejoin(): Promise<void>;
  /** Waits again for the runs that a reload interrupted, unless that has been done. */
  rejoinInterrupted(): void;
  /** Asks again for a run that may still go on. Returns `null` where there is none. */
  repeat(): Promise<void> | null;
  /** Ends the wait; the run goes on. */
  detach(): void;
  /** Ends the run on the back end, as soon as its id is known. */
  cancel(): Promise<void>;
  /** Forgets a wish to cancel that could not be sent yet. */
  forgetCancel(): void;
  reset(): void;
}

/** Creates the control, and shows the run that a storage still holds. */
export function createRunControl(
  client: ImageNodeClient,
  recorded: RecordedState,
  pace?: Pace | undefined,
): RunControl {
  let options: StartOptions = {};
  const paced = (callOptions: RejoinOptions): GenerateOptions =>
    pace ? { ...callOptions, pace } : callOptions;
  let isCancelWanted = false;
  let isInterrupted = recorded.restore();
  const others = createOtherRuns(client, recorded);
  const turns = createTurns({
    onEvent(event) {
      recorded.receive(event);
      if (event.event === "started" && isCancelWanted) sendCancel(event.data.id).catch(() => undefined);
    },
    onError: (error) => recorded.fail(toImageNodeError(error)),
  });

  function take(request: (callOptions: RejoinOptions) => Promise<Generation>): Promise<void> {
    isInterrupted = false;
    return turns.take(async (callOptions) => {
      const generation = await request(callOptions);
      if (!callOptions.signal?.aborted) recorded.succeed(generation);
    });
  }

  async function rejoin(): Promise<void> {
    const record = recorded.getRecord();
    if (!record || turns.isTaken() || !isOpen(recorded.getState())) return;
    recorded.resume();
    await take((callOptions) => requestRun(client, record, options, paced(callOptions)));
  }

  async function sendCancel(id: string): Promise<void> {
    isCancelWanted = false;
    await client.cancel(id);
    if (!turns.isTaken()) await rejoin();
  }

  return {
    begin(source, startOptions) {
      options = startOptions;
      isCancelWanted = false;
      recorded.start();
      return take(async (callOptions) => {
        const request = await createRequest(source);
        callOptions.signal?.throwIfAborted();
        const record = recorded.begin(startOptions.idempotencyKey ?? createIdempotencyKey(), request);
        return requestByKey(client, record, startOptions, paced(callOptions));
      });
    },
    rejoin,
    rejoinInterrupted() {
      if (isInterrupted) void rejoin();
      others.follow();
    },
    repeat() {
      const record = recorded.getRecord();
      const state = recorded.getState();
      if (!record || !isOpen(state)) return null;
      if (state.status === "waiting") return rejoin();
      recorded.resume();
      return take((callOptions) => requestByKey(client, record, options, paced(callOptions)));
    },
    detach() {
      const abort = turns.release();
      recorded.detach();
      abort();
    },
    async cancel() {
      const { id } = recorded.getState();
      if (id !== undefined) return sendCancel(id);
      // The id may come with the next event; until then the wish is kept.
      isCancelWanted = true;
      const catalog = await client.catalog().catch(() => undefined);
      if (catalog?.features.runs === false) {
        isCancelWanted = false;
        throw createUnsupportedError("can't cancel a run");
      }
      await rejoin();
    },
    forgetCancel() {
      isCancelWanted = false;
    },
    reset() {
      const abort = turns.release();
      isCancelWanted = false;
      isInterrupted = false;
      recorded.reset();
      abort();
    },
  };
}

/** Checks whether the last run may still go on after the wait for it has ended. */
export function isOpen(state: GenerationState): boolean {
  return state.status === "waiting" || (state.status === "failed" && isUnknownOutcome(state.error));
}

/** Creates the request as a copy of its own, so that a host that changes its objects later changes no repeat. */
async function createRequest(source: GenerationSource): Promise<GenerationRequest> {
  const request = typeof source === "function" ? await source() : source;
  const copy = JSON.parse(JSON.stringify(request)) as GenerationRequest;
  const chosen = chosenConfigs.get(request.config);
  if (chosen) chosenConfigs.set(copy.config, chosen);
  return copy;
}
