"use client";
import { useCallback, useMemo, useState } from "react";
import type { GenerationState, ImageNodeClient } from "../../client/index.js";
import type { Generation } from "../../contract/index.js";

/** A picture that arrived after the time limit of its run. */
export interface LatePicture {
  status: "idle" | "busy" | "none" | "found";
  generation: Generation | undefined;
  /** Asks the back end whether it came; `null` where no run can have one. */
  look: (() => Promise<void>) | null;
}

/** Back ends store what arrives up to two minutes after the limit; the run itself stays failed. */
export function useLatePicture(
  state: GenerationState,
  client: ImageNodeClient | null,
  onFound: (generation: Generation) => void,
): LatePicture {
  const [found, setFound] = useState<{
    id: string;
    status: LatePicture["status"];
    generation?: Generation;
  }>();
  const id = state.status === "failed" && state.error.kind === "timeout" ? state.id : undefined;
  const look = useCallback(async () => {
    if (!client || id === undefined) return;
    setFound({ id, status: "busy" });
    const run = await client.get(id).catch(() => undefined);
    if (!run?.late) {
      setFound({ id, status: "none" });
      return;
    }
    const { late, stages, usage, timings } = run;
    const generation = { id, status: "succeeded" as const, stages, usage, timings, ...late };
    setFound({ id, status: "found", generation });
    onFound(generation);
  }, [client, id, onFound]);
  const own = found && found.id === id ? found : undefined;
  return useMemo(
    () => ({
      status: own?.status ?? "idle",
      generation: own?.generation,
      look: client && id !== undefined ? look : null,
    }),
    [client, id, look, own],
  );
}
