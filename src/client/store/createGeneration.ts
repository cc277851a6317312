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
  const recorded = createRecordedState(createRecordKeeper(options.storage, options.slot ?? "default"));
  const control = createRunControl(client, recorded);
  const isRunning = () => recorded.getState().status === "running";
  let source: GenerationSource | undefined;
  let startOptions: StartOptions = {};

  async function begin(): Promise<void> {
    if (source !== undefined) await control.begin(source, startOptions);
  }

  async function beginAgain(): Promise<void> {
    if (isRunning()) return;
    source ??= recorded.getRecord()?.request;
    // A key that the host gave named the last intent only.
    startOptions = { ...startOptions, idempotencyKey: undefined };
    await begin();
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
      await begin();
    },
    async retry() {
      control.forgetCancel();
      await (control.repeat() ?? beginAgain());
    },
    regenerate: beginAgain,
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
  };
}
