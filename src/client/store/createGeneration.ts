import type { ImageNodeClient } from "../types.js";
import { createRecordKeeper } from "./createRecordKeeper.js";
import { createRecordedState } from "./createRecordedState.js";
import { createRunControl, isOpen } from "./createRunControl.js";
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
 */
export function createGeneration(
  client: ImageNodeClient,
  options: CreateGenerationOptions = {},
): GenerationStore {
  const recorded = createRecordedState(
    createRecordKeeper(options.storage, options.slot ?? "default", options.createdAt),
    options.generation,
  );
  const control = createRunControl(client, recorded);
  const isRunning = () => recorded.getState().status === "running";
  let source: GenerationSource | undefined;
  let offered: GenerationSource | undefined;
  let startOptions: StartOptions = {};

  /** Returns what a repeat of the last run sends. */
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
    startOptions = { ...startOptions, idempotencyKey: undefined };
    await control.begin(again, startOptions);
  }

  return {
    getSnapshot: recorded.getState,
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
