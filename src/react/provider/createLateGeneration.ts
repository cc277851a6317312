import { IDLE_GENERATION } from "../../client/index.js";
import type {
  CreateGenerationOptions,
  GenerationState,
  GenerationStore,
  ImageNodeClient,
} from "../../client/index.js";
import { callSafely } from "../../internal/callSafely.js";
import { clientCode } from "./clientCode.js";
import { createLateCalls } from "./createLateCalls.js";
import type { StoreCall } from "./createLateCalls.js";

/**
 * Creates the store of one node's generation: at once where its code is there, else one that is idle until the code has
 * come. Until then it keeps what is asked of it, in order. A run that is started shows as running and begins with the code,
 * once; where the code can't be fetched it fails, and `retry` begins it again. It begins nothing once all who listened
 * have left.
 */
export function createLateGeneration(
  client: ImageNodeClient,
  options: CreateGenerationOptions = {},
): GenerationStore {
  const code = clientCode.get();
  if (code) return code.createGeneration(client, options);

  const listeners = new Set<() => void>();
  let wasHeard = false;
  /** State while a run waits for the code, and after that could not be fetched: shown while the store stays as it is. */
  let opening: GenerationState | undefined;
  let covered = IDLE_GENERATION;
  /** Run that could not begin. */
  let failed: StoreCall<Promise<void>> | undefined;
  /** Takes the run that waits back, and shows another state. */
  let takeBack: ((state?: GenerationState) => void) | undefined;

  const show = (state: GenerationState | undefined) => {
    opening = state && Object.freeze(state);
    for (const listener of [...listeners]) callSafely(listener, undefined);
  };
  const calls = createLateCalls(client, options, {
    onStore(store) {
      covered = store.getSnapshot();
      const { status, generation, previous } = covered;
      const isOver = status === "running" || status === "waiting";
      // A storage may have held a run, which changed without a word.
      show(isOver || !opening ? undefined : { ...opening, previous: generation ?? previous });
    },
    onFailure(error) {
      const { startedAt } = opening ?? {};
      takeBack?.({ status: "failed", error, charged: false, startedAt, endedAt: Date.now() });
    },
  });
  async function begin(run: StoreCall<Promise<void>>): Promise<void> {
    const store = calls.get();
    if (takeBack) return;
    failed = undefined;
    if (store) {
      const ended = run(store);
      if (opening) show(undefined);
      await ended;
      return;
    }
    await new Promise<void>((resolve) => {
      const drop = calls.keep((late) => {
        takeBack = undefined;
        opening = undefined;
        const isLeft = wasHeard && listeners.size === 0;
        resolve(isLeft ? undefined : run(late));
      });
      takeBack = (state) => {
        takeBack = undefined;
        drop();
        if (state) failed = run;
        show(state);
        resolve();
      };
      show({ status: "running", startedAt: Date.now() });
    });
  }
  const repeat = (again: StoreCall<Promise<void>>) => begin((opening && failed) ?? again);

  return {
    getSnapshot() {
      const state = calls.peek()?.getSnapshot() ?? IDLE_GENERATION;
      return opening && state === covered ? opening : state;
    },
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      wasHeard = true;
      const leave = calls.join((late) => late.subscribe(listener));
      return () => {
        listeners.delete(own);
        leave();
      };
    },
    start: (source, start) => begin((late) => late.start(source, start)),
    retry: () => repeat((late) => late.retry()),
    regenerate: () => repeat((late) => late.regenerate()),
    offer: (source, offer) => calls.join((late) => late.offer(source, offer)),
    stopWaiting() {
      if (takeBack) takeBack();
      else void calls.ask((late) => late.stopWaiting()).catch(ignore);
    },
    async cancel() {
      if (takeBack) takeBack();
      else await calls.ask((late) => late.cancel());
    },
    rejoin: () => calls.ask((late) => late.rejoin()),
    reset() {
      takeBack?.();
      failed = undefined;
      void calls.ask((late) => late.reset()).catch(ignore);
      if (opening) show(undefined);
    },
    choose: (index) => void calls.ask((late) => late.choose(index)).catch(ignore),
    getVariation: (index) => calls.peek()?.getVariation(index),
  };
}

const ignore = () => undefined;
