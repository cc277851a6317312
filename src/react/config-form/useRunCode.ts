"use client";
import { useCallback, useEffect, useRef } from "react";
import { usePrefetch } from "../internal/usePrefetch.js";
import type { FaultPlaces } from "./run/tellFaults.js";
import { runCode } from "./runCode.js";
import { tellMissingCode } from "./tellMissingCode.js";

/**
 * Fetches the code of a run right after the first paint. Returns the function that waits for it and tells whether a run
 * may begin: not where the code can't be fetched, which the form then says, and not for whoever has left meanwhile.
 */
export function useRunCode(getPlaces: () => FaultPlaces): () => Promise<boolean> {
  usePrefetch(runCode);
  const isMounted = useRef(false);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  return useCallback(async () => {
    if (runCode.get()) return true;
    try {
      await runCode.load();
      return isMounted.current;
    } catch {
      tellMissingCode(getPlaces());
      return false;
    }
  }, [getPlaces]);
}
