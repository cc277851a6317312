"use client";
import { useContext } from "react";
import { useRunHistory } from "../preview/index.js";
import type { HistoryEntry } from "../preview/index.js";
import { GenerationStoreContext, useScope } from "../provider/index.js";

/** Returns the earlier images of this node, newest first. */
export function useEarlierPictures(): readonly HistoryEntry[] {
  return useRunHistory(useContext(GenerationStoreContext), useScope()).entries;
}
