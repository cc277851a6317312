import type { GenerationState } from "../../client/index.js";
import type { Generation } from "../../contract/index.js";
import type { HistoryEntry } from "./history/HistoryEntry.js";
import type { PreviewContextValue } from "./PreviewContext.js";

/** Chooses the image to show: the selected earlier one, the run's own, a late one, or the last good one. */
export function chooseImage(
  state: GenerationState,
  late: Generation | undefined,
  history: readonly HistoryEntry[],
  selectedId: string | null | undefined,
): Pick<PreviewContextValue, "generation" | "generationIs" | "shown"> {
  const selected = history.find((entry) => entry.generation.id === selectedId);
  // One of several may be chosen while others are made.
  const made = state.generation ?? state.variations?.[state.chosen ?? -1]?.generation;
  const own = made ?? late;
  const generation = selected?.generation ?? own ?? (state.status === "running" ? undefined : state.previous);
  const shown = generation && findEntry(generation, state, history);
  if (selected && selected.generation.id !== own?.id) return { generation, generationIs: "selected", shown };
  return { generation, generationIs: made ? "current" : late ? "late" : "previous", shown };
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
