"use client";
import { useCallback, useContext, useMemo, useState, useSyncExternalStore } from "react";
import { IDLE_GENERATION, fromGeneration } from "../../client/index.js";
import type { GenerationState, GenerationStore } from "../../client/index.js";
import type { AspectRatio, Generation } from "../../contract/index.js";
import { OptionalConfigFormContext, useFieldValue } from "../config-form/index.js";
import {
  GenerationStoreContext,
  useGenerationState,
  useImageNodeClient,
  useScope,
} from "../provider/index.js";
import { historyOf } from "./history/createRunHistory.js";
import type { HistoryEntry } from "./history/HistoryEntry.js";
import type { PreviewContextValue, PreviewTrouble } from "./PreviewContext.js";
import type { PreviewRootProps } from "./PreviewRoot.js";
import { useLateImage } from "./link/useLateImage.js";
import { useImageLink } from "./link/useImageLink.js";
import { usePromptPreview } from "./usePromptPreview.js";

const NO_HISTORY: readonly HistoryEntry[] = [];

/** What the root of a preview gives to its parts. */
export function usePreviewValue(
  props: Pick<
    PreviewRootProps,
    "generation" | "nodeSlug" | "history" | "ratio" | "config" | "onConfigChange"
  >,
): PreviewContextValue {
  const { generation, nodeSlug, config, onConfigChange } = props;
  const scoped = useContext(GenerationStoreContext)?.store ?? null;
  const store = generation === undefined ? scoped : isStore(generation) ? generation : null;
  const live = useGenerationState(store);
  const state = useMemo(() => {
    if (generation === undefined || isStore(generation)) return live;
    return generation === null ? IDLE_GENERATION : fromGeneration(generation);
  }, [generation, live]);
  const client = useImageNodeClient();
  const scope = useScope();
  const runs = useHistory(store, store === scoped ? scope : null);
  const history = props.history ?? runs.entries;

  // What a person chose or did holds until the next turn of the run; nothing has to be cleared.
  const turn = `${state.status} ${state.startedAt ?? ""} ${state.id ?? ""}`;
  const [selectedId, select] = useStateOfTurn<string | null>(turn);
  const [view, setView] = useStateOfTurn<"zoom" | "compare" | null>(turn);
  const [trouble, setTrouble] = useStateOfTurn<PreviewTrouble | undefined>(turn);
  const [announcement, announce] = useStateOfTurn<string>(`${turn} ${state.stage ?? ""}`);
  const promptPreview = usePromptPreview(client, store, turn);
  const { add } = runs;
  const late = useLateImage(
    state,
    client,
    useCallback(
      (found: Generation) => {
        const { request, startedAt } = state;
        add?.({ generation: found, config: request?.config, startedAt, endedAt: Date.now() });
      },
      [add, state],
    ),
  );

  const selected = history.find((entry) => entry.generation.id === selectedId);
  const own = state.generation ?? late.generation;
  const picture = selected?.generation ?? own ?? (state.status === "running" ? undefined : state.previous);
  const pictureIs =
    selected && selected.generation !== own
      ? "selected"
      : state.generation
        ? "current"
        : late.generation
          ? "late"
          : "previous";
  const shown = useMemo(() => {
    const known = picture && history.find((entry) => entry.generation.id === picture.id);
    if (known || !picture) return known;
    if (picture !== state.generation) return { generation: picture };
    const { request, startedAt, endedAt } = state;
    return { generation: picture, config: request?.config, startedAt, endedAt };
  }, [history, picture, state]);
  const link = useImageLink(picture, client);
  const ratio = useRatio(state, picture, props.ratio);
  const slug = nodeSlug ?? scope?.nodeSlug;
  return useMemo(
    () => ({
      state,
      store,
      picture,
      pictureIs,
      shown,
      link,
      ratio,
      nodeSlug: slug,
      history,
      select,
      view: view ?? null,
      setView,
      late,
      promptPreview,
      config,
      onConfigChange,
      trouble,
      setTrouble,
      announce,
      announcement,
    }),
    [
      state,
      store,
      picture,
      pictureIs,
      shown,
      link,
      ratio,
      slug,
      history,
      select,
      view,
      setView,
      late,
      promptPreview,
      config,
      onConfigChange,
      trouble,
      setTrouble,
      announce,
      announcement,
    ],
  );
}

/** A state that falls back to `undefined` when the turn changes. */
function useStateOfTurn<T>(turn: string): [T | undefined, (value: T) => void] {
  const [kept, setKept] = useState<{ turn: string; value: T } | null>(null);
  const set = useCallback((value: T) => setKept({ turn, value }), [turn]);
  return [kept?.turn === turn ? kept.value : undefined, set];
}

function useHistory(store: GenerationStore | null, scope: ReturnType<typeof useScope>) {
  const history = store && historyOf(store, scope?.storage, scope?.nodeId);
  const entries = useSyncExternalStore(
    history?.subscribe ?? noSubscription,
    () => history?.getSnapshot() ?? NO_HISTORY,
    () => NO_HISTORY,
  );
  return { entries, add: history?.add };
}

/** The shape of the box: the picture's, the run's, else what the form says now. */
function useRatio(state: GenerationState, picture: Generation | undefined, given: AspectRatio | undefined) {
  const chosen = useFieldValue(useContext(OptionalConfigFormContext), "aspectRatio");
  const requested = state.status === "idle" ? undefined : state.request?.config.aspectRatio;
  return picture?.output.aspectRatio ?? requested ?? given ?? chosen ?? "square";
}

function noSubscription() {
  return () => undefined;
}

function isStore(value: GenerationStore | Generation | null): value is GenerationStore {
  return value !== null && "getSnapshot" in value;
}
