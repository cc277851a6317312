"use client";
import { useEffect, useState } from "react";

/** Counts the whole seconds since a moment; 0 while there is none. */
export function useElapsedSeconds(startedAt: number | undefined): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (startedAt === undefined) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [startedAt]);
  return startedAt === undefined ? 0 : Math.max(0, Math.floor((now - startedAt) / 1000));
}
