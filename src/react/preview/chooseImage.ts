import type { GenerationState } from "../../client/index.js";
import type { Generation, PinnedImage } from "../../contract/index.js";
import type { HistoryEntry } from "./history/HistoryEntry.js";
import type { PreviewContextValue } from "./PreviewContext.js";

/**
 * Chooses the image to show: the selected earlier one, the run's own, a late one, the last good one, or else the pinned
 * one.
 */
export function chooseImage(
  state: GenerationState,
  late: Generation | undefined,
  history: readonly HistoryEntry[],
  selectedId: string | null | undefined,
  pinned: PinnedImage | undefined,
): Pick<PreviewContextValue, "generation" | "generationIs" | "shown"> {
  // One of several may be chosen while others are made.
  const made = state.generation ?? state.variations?.[state.chosen ?? -1]?.generation;
  const own = made ?? late;
  const entries = pinned && own?.id !== pinned.generation.id ? [...history, pinned] : history;
  const selected = entries.find((entry) => entry.generation.id === selectedId);
  const earlier = state.status === "running" ? undefined : (state.previous ?? pinned?.generation);
  const generation = selected?.generation ?? own ?? earlier;
  const shown = generation && findEntry(generation, state, entries);
  if (selected && selected.generation.id !== own?.id) return { generation, generationIs: "selected", shown };
  const last = state.status === "idle" && pinned ? "pinned" : "previous";
  return { generation, generationIs: made ? "current" : late ? "late" : last, shown };
}

/** Finds the run that made an image, as far as it is known. */
function findEntry(
  generation: Generation,
  state: GenerationState,
  history: readonly HistoryEntry[],
): HistoryEntry {
  const known = history.find((entry) => entry.generation.id === generation.id);
  if (known) return known;
  const run = [...(state.variations ?? []), state].find((each) => each.generation === generation);
  if (!run) return { generation };
  const { request, startedAt, endedAt } = run;
  return { generation, config: request?.config, startedAt, endedAt };
}
