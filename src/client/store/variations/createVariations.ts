import type { ImageNodeClient } from "../../types.js";
import { createBatchPace } from "../../createBatchPace.js";
import { variationSlot } from "../../../internal/recordName.js";
import { createStore } from "../../../internal/createStore.js";
import { chosenConfigs } from "../../../internal/chosenConfigs.js";
import type { GenerationRequest } from "../../../contract/index.js";
import { hasEnded } from "../GenerationRecord.js";
import { createSingleRun } from "../createSingleRun.js";
import type { SingleRun } from "../createSingleRun.js";
import type { EarlierRun, GenerationState } from "../GenerationState.js";
import type { CreateGenerationOptions, GenerationSource, GenerationStore } from "../GenerationStore.js";
import { createKeySeries } from "./createKeySeries.js";
import type { VariationsKeeper, VariationsRecord } from "./createVariationsKeeper.js";
import { summarizeVariations } from "./summarizeVariations.js";

/** Several images that were asked for at once: a run for each, and the one that was chosen. */
export interface Variations {
  /** Number of images. */
  readonly count: number;
  /** Time at which they were asked for, in epoch milliseconds. */
  readonly startedAt: number;
  /** Resolves when nobody waits any more for any of the runs that were started here. */
  readonly ended: Promise<unknown>;
  /** Returns the state of the node around the given state of its own single run; the same object until something changes. */
  summarize(single: GenerationState): GenerationState;
  /** Calls the listener after every change. */
  watch(listener: () => void): void;
  /** Waits again for the runs that a reload interrupted, those of earlier times too. */
  rejoinInterrupted(): void;
  /** Waits again for the runs whose wait has ended. */
  rejoin(): Promise<void>;
  /** Tells the images that arrive, for a node that shows something newer. */
  passOn(tell: (run: EarlierRun) => void): void;
  /** Checks whether there is nothing to show. */
  isEmpty(): boolean;
  /** Stops publishing changes; runs that go on are found by the next page. */
  leave(): void;
  /** Returns the keys of runs that nobody has to find again. */
  listEnded(): readonly string[];
  offer(source: GenerationSource | undefined, isStarted: boolean): void;
  choose(index: number): void;
  getVariation(index: number): GenerationStore | undefined;
  retry(): Promise<void>;
  stopWaiting(): void;
  cancel(): Promise<void>;
  reset(): void;
}

/** Creates the runs of a record, and what a node shows of them. */
export function createVariations(
  client: ImageNodeClient,
  options: CreateGenerationOptions,
  record: VariationsRecord,
  keeper: VariationsKeeper,
  replaced?: readonly string[],
): { runs: readonly SingleRun[]; variations: Variations } {
  const { storage, slot = "default", createdAt } = options;
  const pace = createBatchPace();
  const createRun = (number: number) =>
    createSingleRun(client, {
      storage,
      createdAt,
      pace,
      replaced,
      slot: variationSlot(slot, number),
      keys: createKeySeries(record.key, number),
    });
  const all = Array.from({ length: record.slots }, (_, index) => createRun(index + 1));
  const runs = all.slice(0, record.count);
  const changes = createStore({});
  let chosen = record.chosen;
  /** Place of the first that arrived: another may end in the same millisecond. */
  let first: number | undefined;
  let isLeft = false;
  let takeBack: (() => void)[] = [];
  let summary:
    { single: GenerationState; change: object; isRepeatable: boolean; state: GenerationState } | undefined;
  let isRepeatable = false;
  const publish = () => {
    if (!isLeft) changes.set({});
  };
  for (const run of all) run.watch(publish);

  const getStates = () => runs.map((run) => run.getSnapshot());
  const variations: Variations = {
    count: record.count,
    startedAt: record.startedAt,
    ended: Promise.resolve(),
    summarize(single) {
      const change = changes.get();
      if (summary?.single !== single || summary.change !== change || summary.isRepeatable !== isRepeatable) {
        const states = getStates();
        const earlier = all.flatMap((run) => run.getSnapshot().earlier ?? []);
        const state = summarizeVariations({
          single,
          states,
          chosen: chosen ?? first,
          isRepeatable,
          earlier,
          startedAt: record.startedAt,
        });
        first ??= state.chosen;
        summary = { single, change, isRepeatable, state };
      }
      return summary.state;
    },
    watch: (listener) => void changes.subscribe(listener),
    rejoinInterrupted() {
      for (const run of all) run.rejoinInterrupted();
    },
    async rejoin() {
      await Promise.all(runs.map((run) => run.rejoin()));
    },
    passOn(tell) {
      const told = new Set<string>();
      const pass = () => {
        for (const run of all) {
          for (const image of listImages(run.getSnapshot())) {
            if (told.has(image.generation.id)) continue;
            told.add(image.generation.id);
            tell(image);
          }
        }
      };
      changes.subscribe(pass);
      pass();
    },
    isEmpty: () => getStates().every(({ status }) => status === "idle"),
    leave() {
      isLeft = true;
      for (const take of takeBack) take();
    },
    listEnded: () =>
      runs.map((run) => run.getRecord()).flatMap((each) => (each && hasEnded(each) ? [each.key] : [])),
    offer(source, isStarted) {
      for (const take of takeBack) take();
      takeBack = source
        ? runs.map((run, index) => run.offer(() => repeatRequest(source, run, index + 1)))
        : [];
      isRepeatable = source !== undefined || isStarted;
      publish();
    },
    choose(index) {
      if (index === chosen || runs[index]?.getSnapshot().generation === undefined) return;
      chosen = index;
      keeper.choose(record.key, index);
      publish();
    },
    getVariation: (index) => runs[index],
    async retry() {
      await Promise.all(runs.map((run) => (hasImage(run) ? undefined : run.retry())));
    },
    stopWaiting() {
      for (const run of runs) run.stopWaiting();
    },
    async cancel() {
      const ends = await Promise.allSettled(runs.map((run) => run.cancel()));
      const failed = ends.find((end) => end.status === "rejected");
      if (failed) throw failed.reason;
    },
    reset() {
      variations.leave();
      for (const run of runs) run.reset();
      keeper.remove(record.key);
    },
  };
  return { runs, variations };
}

function hasImage(run: SingleRun): boolean {
  return run.getSnapshot().generation !== undefined;
}

/** Makes the request of an image again whose values a reload took: the same settings, with the values of now. */
async function repeatRequest(
  source: GenerationSource,
  run: SingleRun,
  number: number,
): Promise<GenerationRequest> {
  const config = run.getRecord()?.request.config;
  const request =
    typeof source === "function" ? await source(config) : { ...source, ...(config && { config }) };
  const chosen = config && chosenConfigs.get(config);
  if (chosen) chosenConfigs.set(request.config, chosen);
  return { ...request, context: { ...request.context, variation: number } };
}

function listImages(state: GenerationState): readonly EarlierRun[] {
  const { generation, request, startedAt = 0, endedAt, earlier = [] } = state;
  return generation && request
    ? [...earlier, { generation, config: request.config, startedAt, endedAt }]
    : earlier;
}
