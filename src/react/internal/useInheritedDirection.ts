"use client";
import { useCallback, useEffect, useRef, useState } from "react";

type Direction = "ltr" | "rtl";

/**
 * Reads the direction around a part, and follows it when a host turns the page: Radix stamps a `dir` on what it
 * renders, and it must be the right one.
 */
export function useInheritedDirection(explicit: Direction | undefined) {
  const element = useRef<Element>(null);
  const watching = useRef<(() => void) | null>(null);
  const [found, setFound] = useState<Direction>("ltr");
  useEffect(() => {
    if (explicit !== undefined) return undefined;
    const read = () => {
      const around = element.current?.parentElement;
      if (around) setFound(getComputedStyle(around).direction === "rtl" ? "rtl" : "ltr");
    };
    read();
    watching.current = read;
    const observer = new MutationObserver(read);
    observer.observe(document, { attributes: true, attributeFilter: ["dir"], subtree: true });
    return () => {
      watching.current = null;
      observer.disconnect();
    };
  }, [explicit]);
  // No state for the element: it would render the part and all in it a second time at every mount.
  const attach = useCallback((node: Element | null) => {
    element.current = node;
    watching.current?.();
  }, []);
  return [attach, explicit ?? found] as const;
}
