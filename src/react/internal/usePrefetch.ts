"use client";
import { useEffect } from "react";
import type { Loader } from "./createLoader.js";

/** Fetches code right after the first paint, so that what needs it later needs no file that a deployment replaced. */
export function usePrefetch(loader: Loader<unknown>): void {
  useEffect(() => {
    // What fails is asked for again by whoever needs it.
    loader.prefetch().catch(() => undefined);
  }, [loader]);
}
