"use client";
import { useCallback, useState } from "react";

/** Holds words for a live region. The same words again differ by a blank, so that they are said again. */
export function useAnnouncement(): [announcement: string, announce: (words: string) => void] {
  const [{ words, count }, setState] = useState({ words: "", count: 0 });
  const announce = useCallback(
    (next: string) => setState((before) => ({ words: next, count: before.count + 1 })),
    [],
  );
  return [words && count % 2 === 0 ? `${words}\u00a0` : words, announce];
}
