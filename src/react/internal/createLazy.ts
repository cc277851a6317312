"use client";
import { useEffect, useState } from "react";
import { useLatest } from "./useLatest.js";

/**
 * Loads code when it is first wanted. Unlike `React.lazy` a failed fetch is reported instead of thrown, and tried
 * again the next time: a host's page must not fall over an optional window.
 *
 * @returns hook that returns the loaded code, once it is there and wanted
 */
export function createLazy<T>(load: () => Promise<T>) {
  return function useLazy(wanted: boolean, onFail?: () => void): T | undefined {
    const [loaded, setLoaded] = useState<{ value: T }>();
    const fail = useLatest(onFail);
    const isMissing = wanted && loaded === undefined;
    useEffect(() => {
      if (!isMissing) return undefined;
      let left = false;
      load().then(
        (value) => left || setLoaded({ value }),
        () => left || fail.current?.(),
      );
      return () => {
        left = true;
      };
    }, [isMissing, fail]);
    return wanted ? loaded?.value : undefined;
  };
}
