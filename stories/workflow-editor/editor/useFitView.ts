import { useReactFlow } from "@xyflow/react";
import { useCallback, useEffect, useRef } from "react";

// Smaller than half, nobody can read a card: a phone shows the middle, and the rest by a swipe.
export const FIT = { padding: 0.16, maxZoom: 1, minZoom: 0.5 };

/** Keeps the whole workflow in view while drawer and dock open, until the user has chosen a view of their own. */
export function useFitView(workflowId: string) {
  const flow = useReactFlow();
  const area = useRef<HTMLElement>(null);
  const moved = useRef(false);
  const fit = useCallback(() => void flow.fitView(FIT), [flow]);
  useEffect(() => {
    moved.current = false;
    const element = area.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!moved.current) fit();
      }, 60);
    });
    if (element) observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [fit, workflowId]);
  const onMoveStart = (event: MouseEvent | TouchEvent | null) => {
    if (event) moved.current = true;
  };
  return { area, fit, onMoveStart };
}
