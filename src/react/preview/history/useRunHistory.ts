"use client";
import { useSyncExternalStore } from "react";
import type { GenerationStore } from "../../../client/index.js";
import { noSubscription } from "../../internal/noSubscription.js";
import type { ScopeValue } from "../../provider/index.js";
import { historyOf } from "./createRunHistory.js";
import type { RunHistory } from "./createRunHistory.js";
import type { HistoryEntry } from "./HistoryEntry.js";

const NO_HISTORY: readonly HistoryEntry[] = [];

/** Follows the history of a store, which the scope's `storage` keeps across reloads. Empty on a server. */
export function useRunHistory(
  store: GenerationStore | null,
  scope: Pick<ScopeValue, "storage" | "nodeId" | "createdAt"> | null,
): { entries: readonly HistoryEntry[]; total: number; add: RunHistory["add"] | undefined } {
  const history = store && historyOf(store, scope?.storage, scope?.nodeId, scope?.createdAt);
  const entries = useSyncExternalStore(
    history?.subscribe ?? noSubscription,
    () => history?.getSnapshot() ?? NO_HISTORY,
    () => NO_HISTORY,
  );
  const total = entries.length === 0 ? 0 : (history?.getTotal() ?? entries.length);
  return { entries, total, add: history?.add };
}
