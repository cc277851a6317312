"use client";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { GenerationState, ImageNodeClient } from "../../../client/index.js";
import { ImageNodeError } from "../../../contract/index.js";
import type { Generation, ProblemReason } from "../../../contract/index.js";
import { watchForLateImage } from "./watchForLateImage.js";

/** Image that arrived after the time limit of its run. */
export interface LateImage {
  /** State of the search: "idle" while looks are made by themselves, "none" after one that found nothing. */
  status: "idle" | "busy" | "none" | "found";
  /** Image, once it was found. */
  generation: Generation | undefined;
  /** Failure of the run as it was told since, where its image can't come any more. */
  error: ImageNodeError | undefined;
  /** Asks the back end at once; `null` where no run can have a late image. */
  look: (() => Promise<void>) | null;
}

/**
 * Looks for an image that arrived after the limit: back ends store those of the first two minutes, while the run itself
 * stays failed. Looks ever less often and only while the page is visible, and at once when a person asks.
 */
export function useLateImage(
  state: GenerationState,
  client: ImageNodeClient | null,
  onFound: (generation: Generation) => void,
): LateImage {
  const [found, setFound] = useState<{
    id: string;
    status: LateImage["status"];
    generation?: Generation;
    error?: ImageNodeError;
  }>();
  const { endedAt } = state;
  const mayCome = state.status === "failed" && state.error.kind === "timeout" && !isGone(state.error);
  const id = mayCome ? state.id : undefined;

  /** Asks once; resolves to `true` while the run is worth another look. */
  const ask = useCallback(async () => {
    if (!client || id === undefined) return false;
    const run = await client.get(id).catch((error: unknown) => (isFinal(error) ? null : undefined));
    if (run?.problem && !run.late && isGone(run.problem)) {
      setFound({ id, status: "none", error: ImageNodeError.fromProblem(run.problem) });
      return false;
    }
    if (!run?.late) return run !== null;
    const { late, stages, usage, timings } = run;
    const generation = { id, status: "succeeded" as const, stages, usage, timings, ...late };
    setFound({ id, status: "found", generation });
    onFound(generation);
    return false;
  }, [client, id, onFound]);
  const look = useCallback(async () => {
    if (id === undefined) return;
    setFound({ id, status: "busy" });
    await ask();
    setFound((now) => (now?.id === id && now.status === "busy" ? { id, status: "none" } : now));
  }, [ask, id]);

  const own = found && found.id === id ? found : undefined;
  const isOver = own?.status === "found" || own?.error !== undefined;
  useEffect(() => {
    if (id === undefined || isOver) return undefined;
    return watchForLateImage({
      endedAt: endedAt ?? 0,
      ask,
      onGiveUp: () => setFound((now) => (now?.id === id ? now : { id, status: "none" })),
    });
  }, [ask, endedAt, id, isOver]);

  return useMemo(
    () => ({
      status: own?.status ?? "idle",
      generation: own?.generation,
      error: own?.error,
      look: client && id !== undefined && !own?.error ? look : null,
    }),
    [client, id, look, own],
  );
}

/** A run that is not known or may not be seen will not be later either; a lost connection comes back. */
const FINAL = new Set<string>(["not_found", "unsupported", "forbidden", "unauthorized"]);

function isFinal(error: unknown): boolean {
  return ImageNodeError.isInstance(error) && FINAL.has(error.kind);
}

/** Checks whether the provider has lost the image: no look finds it. */
function isGone({ reason }: { reason?: string | undefined }): boolean {
  return reason === ("no_longer_available" satisfies ProblemReason);
}
