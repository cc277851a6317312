import type { HistoryEntry } from "./history/HistoryEntry.js";

/** Returns the model that was used, where the back end said; else the one that was chosen. */
export function modelOf({ generation, config }: HistoryEntry, kind: "image" | "prompt"): string | null {
  const used = generation.usage?.items.find((item) => item.kind === kind)?.model;
  return used ?? (kind === "image" ? config?.imageModel : config?.promptModel) ?? null;
}
