"use client";
import { useMemo, useState } from "react";
import type { GenerationStore, ImageNodeClient } from "../../client/index.js";
import { ImageNodeError } from "../../contract/index.js";
import type { GenerationRequest, PromptPreview } from "../../contract/index.js";
import { useLatest } from "../internal/useLatest.js";
import { useFormBridge } from "../provider/index.js";

/** A prompt that was written without drawing it. */
export interface PromptPreviewState {
  status: "idle" | "busy" | "ready" | "failed";
  preview: PromptPreview | undefined;
  error: ImageNodeError | undefined;
  /** Has the prompt written as the form says now; `null` outside of a form. */
  write: (() => void) | null;
  /** Draws exactly what was written. */
  draw: () => void;
  discard: () => void;
}

interface Written {
  moment: string;
  status: PromptPreviewState["status"];
  request?: GenerationRequest;
  preview?: PromptPreview;
  error?: ImageNodeError;
}

/**
 * Runs the prompt stage by itself.
 *
 * @param moment changes when a run begins or ends: what was written before is then of the past
 */
export function usePromptPreview(
  client: ImageNodeClient | null,
  store: GenerationStore | null,
  moment: string,
): PromptPreviewState {
  const values = useFormBridge()?.values;
  const now = useLatest(moment);
  const [written, setWritten] = useState<Written | null>(null);
  const own = written?.moment === moment ? written : null;
  return useMemo(() => {
    const write = async () => {
      if (!client || !values) return;
      const at = now.current;
      const mine: Written = { moment: at, status: "busy" };
      setWritten(mine);
      const settle = (end: Partial<Written>) =>
        setWritten((current) => (current === mine ? { ...mine, ...end } : current));
      try {
        const request = await values.prepareRequest();
        const preview = await client.previewPrompt(request);
        settle({ status: "ready", request, preview });
      } catch (error) {
        settle({
          status: "failed",
          error: ImageNodeError.isInstance(error)
            ? error
            : new ImageNodeError({ kind: "unknown", cause: error }),
        });
      }
    };
    return {
      status: own?.status ?? "idle",
      preview: own?.preview,
      error: own?.error,
      write: client && values ? () => void write() : null,
      draw() {
        const text = own?.preview?.stages.written;
        const { request } = own ?? {};
        if (!request || !store) return;
        const input = text ? { ...request.input, written: text } : request.input;
        void store.start(input ? { ...request, input } : request);
      },
      discard: () => setWritten(null),
    };
  }, [client, now, own, store, values]);
}
