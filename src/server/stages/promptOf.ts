import type { KeptPrompt, RunRecord } from "../runs/RunStore.js";

/** Reads the prompt that a process wrote which is gone. */
export function promptOf({ stages, usage, fingerprint }: RunRecord): KeptPrompt | null {
  const written = stages?.written;
  return typeof written === "string" ? { fingerprint, written, usage: usage ?? { items: [] } } : null;
}
