import { MAX_VARIATIONS } from "../../internal/maxVariations.js";
import type { ImageNodeClient } from "../types.js";
import { callSafely } from "../../internal/callSafely.js";
import { createManyRuns } from "./createManyRuns.js";
import { createSingleRun } from "./createSingleRun.js";
import type {
  CreateGenerationOptions,
  GenerationSource,
  GenerationStore,
  StartOptions,
} from "./GenerationStore.js";

/**
 * Creates the store of one node's generation. It sends nothing until it is started or, after a reload, subscribed to.
 *
 * @example
 * const generation = createGeneration(client, { storage: localStorage, slot: "workflow_7/n4" });
 * generation.subscribe(() => console.log(generation.getSnapshot().status));
 * await generation.start(prepareRequest({ config, variables }));
 *
 * @example
 * await generation.start(prepareRequest({ config, variables }), { count: 4 });
 * generation.choose(2);
 * console.log(generation.getSnapshot().generation?.output.imageUrl);
 */
export function createGeneration(
  client: ImageNodeClient,
  options: CreateGenerationOptions = {},
): GenerationStore {
  const single = createSingleRun(client, options);
  const many = createManyRuns(client, options, single);
  let last: { source: GenerationSource; start: StartOptions } | undefined;
  let offered: GenerationSource | undefined;
  let vary: StartOptions["vary"];
  let isRestored = false;
  const isRunning = () => many.getSnapshot().status === "running";
  const setOffer = (source: GenerationSource | undefined) => {
    offered = source;
    many.offer(source, last !== undefined);
  };

  async function begin(source: GenerationSource, start: StartOptions): Promise<void> {
    last = { source, start };
    const count = readCount(start.count);
    setOffer(offered);
    if (count > 1) {
      await many.begin(source, start, count);
      return;
    }
    many.leave();
    await single.start(source, start);
  }
  async function beginAgain(): Promise<void> {
    if (isRunning()) return;
    const shown = many.get();
    if (shown === undefined) {
      await single.regenerate();
      return;
    }
    const source = last?.source ?? offered;
    const start = last?.start ?? { count: shown?.count, vary };
    // A key that the host gave named the last intent only.
    if (source) await begin(source, { ...start, idempotencyKey: undefined });
  }
  /** Returns what ends, waits or repeats; `null` where nothing has been sent. */
  const getRun = () => {
    const shown = many.get();
    return shown === undefined ? single : shown;
  };

  return {
    getSnapshot: many.getSnapshot,
    subscribe(listener) {
      const unsubscribe = many.subscribe(() => callSafely(listener, undefined));
      single.rejoinInterrupted();
      if (!isRestored) void many.restore();
      isRestored = true;
      return unsubscribe;
    },
    async start(source, start = {}) {
      if (!isRunning()) await begin(source, start);
    },
    retry: () => getRun()?.retry() ?? beginAgain(),
    regenerate: beginAgain,
    offer(own, o) {
      const takeBack = single.offer(own);
      vary = o?.vary;
      setOffer(own);
      return () => {
        takeBack();
        if (offered === own) setOffer(undefined);
      };
    },
    stopWaiting() {
      const run = getRun();
      if (run) run.stopWaiting();
      else if (isRunning()) many.leave();
    },
    async cancel() {
      const run = getRun();
      if (run) await run.cancel();
      else if (isRunning()) many.leave();
    },
    rejoin: async () => getRun()?.rejoin(),
    reset() {
      last = undefined;
      many.reset();
      single.reset();
    },
    choose: (index) => many.get()?.choose(index),
    getVariation: (index) => many.get()?.getVariation(index),
  };
}

/** A number that is none asks for one image: whoever asked for more sees it, and whoever did not pays no more. */
function readCount(count = 1): number {
  const wanted = Math.floor(count);
  return Number.isNaN(wanted) ? 1 : Math.max(1, Math.min(MAX_VARIATIONS, wanted));
}
