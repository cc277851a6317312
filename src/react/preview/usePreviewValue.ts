"use client";
import { useCallback, useContext, useMemo } from "react";
import { IDLE_GENERATION, fromGeneration } from "../../client/index.js";
import type { GenerationState, GenerationStore } from "../../client/index.js";
import { ImageNodeError, readSavedGeneration } from "../../contract/index.js";
import type { AspectRatio, Generation, ImageNodeConfig } from "../../contract/index.js";
import { warnAboutProp } from "../internal/describeProp.js";
import {
  GenerationStoreContext,
  useGenerationState,
  useImageNodeClient,
  useScope,
} from "../provider/index.js";
import { chooseImage } from "./chooseImage.js";
import type { HistoryEntry } from "./history/HistoryEntry.js";
import { checkHistoryEntry, readHistoryEntries } from "./history/readHistoryEntry.js";
import { useRunHistory } from "./history/useRunHistory.js";
import { useImageLink } from "./link/useImageLink.js";
import { useLateImage } from "./late/useLateImage.js";
import type { PreviewContextValue } from "./PreviewContext.js";
import { useImageRatio } from "./useImageRatio.js";
import { usePromptPreview } from "./usePromptPreview.js";
import { useTurnState } from "./useTurnState.js";

/** Props of a preview's root that its parts depend on. */
export interface PreviewSource {
  generation?: GenerationStore | Generation | null | undefined;
  nodeSlug?: string | undefined;
  history?: readonly HistoryEntry[] | undefined;
  ratio?: AspectRatio | undefined;
  config?: ImageNodeConfig | undefined;
  onConfigChange?: ((config: ImageNodeConfig) => void) | undefined;
  /** Called with a late image in place of adding it to the run's own history. */
  addToHistory?: ((entry: HistoryEntry) => void) | undefined;
}

/** Brings together what the parts of a preview share. Keeps its identity while nothing of it changes. */
export function usePreviewValue(source: PreviewSource): PreviewContextValue {
  const { config, onConfigChange } = source;
  const client = useImageNodeClient();
  const scope = useScope();
  const { state, store, isScoped } = useRun(source.generation);
  const runs = useRunHistory(store, isScoped ? scope : null);
  const given = useMemo(() => readHistory(source.history), [source.history]);
  const history = given ?? runs.entries;
  const historyTotal = given?.length ?? runs.total;
  const { id: turn, selectedId, interaction: deeds } = useTurnState(state);
  const interaction = useMemo(
    () => ({ ...deeds, select: (id: string | null) => deeds.select(chooseVariation(store, id)) }),
    [deeds, store],
  );
  const addToHistory = source.addToHistory ?? runs.add;
  const promptPreview = usePromptPreview(client, store, turn, deeds.announce);
  const late = useLateImage(state, client, useLateEntry(state, addToHistory));
  const told = useMemo(() => retell(state, late.error), [state, late.error]);
  const chosen = useMemo(
    () => chooseImage(state, late.generation, history, selectedId, scope?.pinned),
    [state, late.generation, history, selectedId, scope?.pinned],
  );
  const link = useImageLink(chosen.generation, client);
  const ratio = useImageRatio(state, chosen.generation, source.ratio);
  const nodeSlug = source.nodeSlug ?? scope?.nodeSlug;
  return useMemo(() => {
    const run = { state: told, store, late, history, historyTotal, addToHistory, promptPreview };
    const image = { ...chosen, link, ratio, nodeSlug, scope };
    return { ...run, ...image, ...interaction, config, onConfigChange };
  }, [
    told,
    store,
    late,
    history,
    historyTotal,
    addToHistory,
    promptPreview,
    chosen,
    link,
    ratio,
    nodeSlug,
    scope,
    interaction,
    config,
    onConfigChange,
  ]);
}

/** Follows the given store or generation; without one the scope's run. */
function useRun(generation: PreviewSource["generation"]) {
  const scoped = useContext(GenerationStoreContext);
  const store = generation === undefined ? scoped : isStore(generation) ? generation : null;
  const live = useGenerationState(store);
  const state = useMemo(() => {
    if (generation === undefined || isStore(generation)) return live;
    return generation === null ? IDLE_GENERATION : fromSaved(generation);
  }, [generation, live]);
  return { state, store, isScoped: store === scoped };
}

/** Reads the images that a host gave; what is no list counts as none given. */
function readHistory(given: unknown): readonly HistoryEntry[] | undefined {
  if (Array.isArray(given)) return readHistoryEntries(given as HistoryEntry[], checkHistoryEntry);
  if (given !== undefined && given !== null) {
    const expected = "a list of entries: [{ generation }]";
    const instead = "It shows the images that this page has made.";
    warnAboutProp({ component: "<Preview.Root>", prop: "history", value: given, expected, instead });
  }
  return undefined;
}

/** Shows a generation that a host saved; without a readable image it is a failure, as it is when it comes by the network. */
function fromSaved(saved: Generation): GenerationState {
  const generation = readSavedGeneration(saved);
  if (generation) return fromGeneration(generation);
  const message = "The saved generation breaks the execution contract, so its image is not shown.";
  return { status: "failed", error: new ImageNodeError({ kind: "contract_violation", message }) };
}

/** Chooses an image of several that are shown together, and returns the id of one that is not among them. */
function chooseVariation(store: GenerationStore | null, id: string | null): string | null {
  const { variations = [] } = store?.getSnapshot() ?? {};
  const index = id === null ? -1 : variations.findIndex(({ generation }) => generation?.id === id);
  if (index < 0) return id;
  store?.choose(index);
  return null;
}

/** Returns the function that puts a late image of this run into the history. */
function useLateEntry(state: GenerationState, add: ((entry: HistoryEntry) => void) | undefined) {
  return useCallback(
    (generation: Generation) => {
      const { request, startedAt } = state;
      add?.({ generation, config: request?.config, startedAt, endedAt: Date.now() });
    },
    [add, state],
  );
}

/** Words a failed run by what was told of it since. */
function retell(state: GenerationState, error: ImageNodeError | undefined): GenerationState {
  return error && state.status === "failed" ? { ...state, error } : state;
}

function isStore(value: GenerationStore | Generation | null): value is GenerationStore {
  return typeof value === "object" && value !== null && "getSnapshot" in value;
}
