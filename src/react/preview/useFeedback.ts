"use client";
import { useCallback, useEffect, useState } from "react";

/** How an action went; falls back to "idle" two seconds after its end. */
export type Feedback = "idle" | "busy" | "done" | "failed";

/** Runs an action once at a time and remembers for a moment how it went. */
export function useFeedback(onEnd: (how: "done" | "failed") => void) {
  const [feedback, setFeedback] = useState<Feedback>("idle");
  useEffect(() => {
    if (feedback !== "done" && feedback !== "failed") return undefined;
    const timer = setTimeout(() => setFeedback("idle"), 2000);
    return () => clearTimeout(timer);
  }, [feedback]);
  const run = useCallback(
    (action: () => Promise<void>) => {
      const end = (how: "done" | "failed") => {
        setFeedback(how);
        onEnd(how);
      };
      setFeedback("busy");
      action().then(
        () => end("done"),
        () => end("failed"),
      );
    },
    [onEnd],
  );
  return [feedback, run] as const;
}
