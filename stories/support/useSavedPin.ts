import { readPinnedImage } from "image-generation-node/contract";
import type { PinnedImage } from "image-generation-node/contract";
import { useState } from "react";

/** Keeps the pinned image of a story's node for as long as its tab is open, as a host keeps it in its workflow. */
export function useSavedPin(key: string): [PinnedImage | null, (pinned: PinnedImage | null) => void] {
  const [pinned, setPinned] = useState(
    () => readPinnedImage(JSON.parse(sessionStorage.getItem(key) ?? "null")) ?? null,
  );
  const save = (next: PinnedImage | null) => {
    sessionStorage.setItem(key, JSON.stringify(next));
    setPinned(next);
  };
  return [pinned, save];
}
