"use client";
import { startTransition, useEffect, useState } from "react";
import type { Variable } from "../../template/index.js";
import type { SuggestionState } from "./list/suggestionState.js";

/** Rows that are drawn at every key; as many as a list shows without scrolling. */
const FIRST_ROWS = 12;
/** Milliseconds without a change before the others follow. */
const PAUSE_MS = 250;

/** Rows to draw now: while somebody types only those that can be seen. */
export function useFirstRows({ items, moved }: SuggestionState): readonly Variable[] {
  const [settled, setSettled] = useState<readonly Variable[] | null>(null);
  const all = moved || settled === items || items.length <= FIRST_ROWS;
  useEffect(() => {
    if (all) return;
    const timer = setTimeout(() => startTransition(() => setSettled(items)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [all, items]);
  return all ? items : items.slice(0, FIRST_ROWS);
}
