"use client";
import { startTransition, useEffect, useState } from "react";
import type { Variable } from "../../template/index.js";
import type { SuggestionState } from "./list/suggestionState.js";

/** Rows that are drawn at every key; as many as a list shows without scrolling. */
const FIRST_ROWS = 12;
/** Milliseconds of rest before the others follow. */
const REST_MS = 250;

/** The rows to draw now: while somebody types only those that can be seen. */
export function useFirstRows({ items, moved }: SuggestionState): readonly Variable[] {
  const [rested, setRested] = useState<readonly Variable[] | null>(null);
  const all = moved || rested === items || items.length <= FIRST_ROWS;
  useEffect(() => {
    if (all) return;
    const timer = setTimeout(() => startTransition(() => setRested(items)), REST_MS);
    return () => clearTimeout(timer);
  }, [all, items]);
  return all ? items : items.slice(0, FIRST_ROWS);
}
