"use client";
import { useCallback, useState } from "react";

/** Radix stamps its own `dir` on what it renders; this reads the page's direction so that it stamps the right one. */
export function useInheritedDirection(explicit: "ltr" | "rtl" | undefined) {
  const [found, setFound] = useState<"ltr" | "rtl">("ltr");
  const ref = useCallback((element: Element | null) => {
    const around = element?.parentElement;
    if (around) setFound(getComputedStyle(around).direction === "rtl" ? "rtl" : "ltr");
  }, []);
  return [ref, explicit ?? found] as const;
}
