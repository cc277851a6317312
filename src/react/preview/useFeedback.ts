"use client";
import { useCallback, useEffect, useState } from "react";

/** State of an action; falls back to "idle" two seconds after its end. */
export type Feedback = "idle" | "busy" | "done" | "failed";

/** Runs an action and remembers its outcome for two seconds. */
export function useFeedback(onEnd: (how: "done" | "failed", error?: unknown) => void) {
  const [feedback, setFeedback] = useState<Feedback>("idle");
  useEffect(() => {
    if (feedback !== "done" && feedback !== "failed") return undefined;
    const timer = setTimeout(() => setFeedback("idle"), 2000);
    return () => clearTimeout(timer);
  }, [feedback]);
  const run = useCallback(
    (action: () => Promise<void>) => {
      const end = (how: "done" | "failed", error?: unknown) => {
        setFeedback(how);
        onEnd(how, error);
      };
      setFeedback("busy");
      action().then(
        () => end("done"),
        (error: unknown) => end("failed", error),
      );
    },
    [onEnd],
  );
  return [feedback, run] as const;
}
