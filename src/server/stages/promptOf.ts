import type { KeptPrompt, RunRecord } from "../runs/RunStore.js";

/** Reads the prompt that a process wrote which is gone. */
export function promptOf({ stages, usage, fingerprint }: RunRecord): KeptPrompt | null {
  const written = stages?.written;
  if (typeof written !== "string") return null;
  // The image is counted by whoever brings it.
  const items = usage?.items.filter(({ kind }) => kind === "prompt") ?? [];
  return { fingerprint, written, usage: { items } };
}
