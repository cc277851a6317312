import { ImageNodeError } from "../../contract/index.js";
import { createStore } from "../../internal/createStore.js";
import { variationsName } from "../../internal/recordName.js";
import type { ImageNodeClient } from "../types.js";
import type { SingleRun } from "./createSingleRun.js";
import type { GenerationState } from "./GenerationState.js";
import type { CreateGenerationOptions, GenerationSource, StartOptions } from "./GenerationStore.js";
import type { Variations } from "./variations/createVariations.js";

/** Runs that a node shows: its single run, or several images that were asked for at once. */
export interface ManyRuns {
  getSnapshot(): GenerationState;
  subscribe(listener: () => void): () => void;
  /** Returns the several images that are shown; `null` while their code is fetched, and where that has failed. */
  get(): Variations | null | undefined;
  /** Starts several. */
  begin(source: GenerationSource, options: StartOptions, count: number): Promise<void>;
  /** Shows the single run again, before it is started. The image that is there stays the last good one. */
  leave(): void;
  /** Finds those that a storage holds. */
  restore(): Promise<void>;
  /** Sets what repeats are made of, and whether there is something to repeat with. */
  offer(source: GenerationSource | undefined, isStarted: boolean): void;
  /** Forgets them, in the storage too. */
  reset(): void;
}

/** Creates them around the single run of a node. */
export function createManyRuns(
  client: ImageNodeClient,
  options: CreateGenerationOptions,
  single: SingleRun,
): ManyRuns {
  const shown = createStore<GenerationState>(single.getSnapshot());
  let variations: Variations | undefined;
  /** State while the code is fetched, or after that has failed. */
  let opening: GenerationState | undefined;
  /** Grows with each intent, so that one that was overtaken while its code was fetched begins nothing. */
  let turn = 0;
  let offered: [source: GenerationSource | undefined, isStarted: boolean] = [undefined, false];

  const update = () =>
    shown.set(opening ?? variations?.summarize(single.getSnapshot()) ?? single.getSnapshot());
  single.watch(update);

  const use = (next: Variations | undefined) => {
    opening = undefined;
    variations = next;
    next?.offer(...offered);
    next?.watch(update);
    update();
  };
  const leave = () => {
    turn += 1;
    const image = variations && shown.get().generation;
    if (image) single.hold(image);
    variations?.leave();
    opening = undefined;
    variations = undefined;
  };
  const open = (state: GenerationState) => {
    opening = Object.freeze(state);
    update();
  };

  return {
    getSnapshot: shown.get,
    subscribe: shown.subscribe,
    get: () => (opening ? null : variations),
    async begin(source, start, count) {
      const before = variations;
      leave();
      const mine = turn;
      const { generation, previous } = single.getSnapshot();
      const startedAt = Date.now();
      const state = { startedAt, previous: generation ?? previous };
      open({ ...state, status: "running" });
      const loaded = await loadVariations().catch(toLoadError);
      if (mine !== turn) return;
      if (ImageNodeError.isInstance(loaded)) {
        open({ ...state, status: "failed", error: loaded, charged: false, endedAt: Date.now() });
        return;
      }
      const next = loaded.beginVariations(client, { ...options, count, startedAt, source, start, before });
      use(next);
      await next.ended;
      // Nobody waited until there was something to send.
      if (variations === next && next.isEmpty()) use(undefined);
    },
    leave() {
      leave();
      update();
    },
    async restore() {
      if (readStored(options) === null) return;
      const mine = turn;
      const loaded = await loadVariations().catch(() => undefined);
      const found = loaded?.restoreVariations(client, options);
      if (!found) return;
      const isNewest = mine === turn && found.startedAt > (single.getSnapshot().startedAt ?? 0);
      if (isNewest && !found.isEmpty()) use(found);
      else found.passOn(single.tell);
      found.rejoinInterrupted();
    },
    offer(...next) {
      offered = next;
      variations?.offer(...next);
    },
    reset() {
      variations?.reset();
      variations = undefined;
      leave();
      update();
    },
  };
}

/** Loads what several images need; most nodes make one at a time. */
function loadVariations() {
  return import("./variations/index.js");
}

function toLoadError(cause: unknown): ImageNodeError {
  const message = "The code that makes several images could not be fetched, so nothing was sent. Try again.";
  return new ImageNodeError({ kind: "unknown", message, charged: false, cause });
}

function readStored({ storage, slot = "default" }: CreateGenerationOptions): string | null {
  try {
    return storage?.getItem(variationsName(slot)) ?? null;
  } catch {
    return null;
  }
}
