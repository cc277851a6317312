"use client";
import { useCallback, useState } from "react";
import type { createFocusKeeper } from "./createFocusKeeper.js";
import { createLoader } from "./createLoader.js";

const keeperCode = /* @__PURE__ */ createLoader(
  async () => (await import("./createFocusKeeper.js")).createFocusKeeper,
);

/** Returns a ref of the element in which focus is kept when the focused control goes away. */
export function useFocusKeeper(): (element: HTMLElement | null) => void {
  const [cell] = useState<{ stop: (() => void) | undefined }>({ stop: undefined });
  return useCallback(
    (element) => {
      cell.stop?.();
      cell.stop = element ? keepFocus(element) : undefined;
    },
    [cell],
  );
}

/** Keeps focus as soon as the code is there; where it could not be fetched, the next control that takes focus tries again. */
function keepFocus(element: HTMLElement): () => void {
  let stop = () => element.removeEventListener("focusin", begin);
  let isOver = false;
  const begin = () => {
    keeperCode
      .prefetch()
      .then(start, () => isOver || element.addEventListener("focusin", begin, { once: true }));
  };
  const start = (create: typeof createFocusKeeper) => {
    if (!isOver) stop = create(element);
  };
  const code = keeperCode.get();
  if (code) start(code);
  else begin();
  return () => {
    isOver = true;
    stop();
  };
}
