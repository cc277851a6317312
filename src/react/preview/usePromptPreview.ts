"use client";
import { useMemo, useState } from "react";
import type { GenerationStore, ImageNodeClient } from "../../client/index.js";
import { ImageNodeError } from "../../contract/index.js";
import type { GenerationRequest, PromptPreview } from "../../contract/index.js";
import { useLatest } from "../internal/useLatest.js";
import { errorKey, faultWords, resultWords, useMessagesWith } from "../messages/index.js";
import { useFormBridge } from "../provider/index.js";

/** Prompt that is written without drawing it. */
export interface PromptPreviewState {
  /** State of writing it. */
  status: "idle" | "busy" | "ready" | "failed";
  /** Prompt, once it is written. */
  preview: PromptPreview | undefined;
  /** Reason why it could not be written. */
  error: ImageNodeError | undefined;
  /** Has the prompt written as the form says now; `null` outside of a form. */
  write: (() => void) | null;
  /** Draws exactly the prompt that was written. */
  draw: () => void;
  /** Forgets the prompt. */
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
 * @param moment value that changes when a run begins or ends, which discards what was written before
 * @param announce says words in the live region
 */
export function usePromptPreview(
  client: ImageNodeClient | null,
  store: GenerationStore | null,
  moment: string,
  announce: (words: string) => void,
): PromptPreviewState {
  const t = useMessagesWith(resultWords, faultWords);
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
      announce(t("promptPreview.busy"));
      const settle = (end: Partial<Written>, words: string) => {
        if (now.current === at) announce(t(words));
        setWritten((current) => (current === mine ? { ...mine, ...end } : current));
      };
      try {
        const request = await values.prepareRequest();
        const preview = await client.previewPrompt(request);
        settle({ status: "ready", request, preview }, "promptPreview.written");
      } catch (cause) {
        const error = ImageNodeError.isInstance(cause)
          ? cause
          : new ImageNodeError({ kind: "unknown", cause });
        settle({ status: "failed", error }, `${errorKey(t, error)}.title`);
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
  }, [announce, client, now, own, store, t, values]);
}
