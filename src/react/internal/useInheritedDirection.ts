"use client";
import { useEffect, useState } from "react";

type Direction = "ltr" | "rtl";

/**
 * Radix stamps its own `dir` on what it renders; this reads the direction around the part, and follows it when a host
 * turns the page, so that the right one is stamped.
 */
export function useInheritedDirection(explicit: Direction | undefined) {
  const [element, setElement] = useState<Element | null>(null);
  const [found, setFound] = useState<Direction>("ltr");
  useEffect(() => {
    const around = element?.parentElement;
    if (!around || explicit !== undefined) return;
    const read = () => setFound(getComputedStyle(around).direction === "rtl" ? "rtl" : "ltr");
    read();
    const observer = new MutationObserver(read);
    observer.observe(around.ownerDocument, { attributes: true, attributeFilter: ["dir"], subtree: true });
    return () => observer.disconnect();
  }, [element, explicit]);
  return [setElement, explicit ?? found] as const;
}
