import type { KeptPrompt, RunRecord } from "../runs/RunStore.js";

/** Parses a stored request. The parser's own error would quote it. */
export function parseRequest(json: string | null): unknown {
  try {
    return JSON.parse(json ?? "null") as unknown;
  } catch {
    throw new Error("The stored request is no JSON.");
  }
}

/** Reads the prompt that a process wrote which is gone. */
export function promptOf({ stages, usage, fingerprint }: RunRecord): KeptPrompt | null {
  const written = stages?.written;
  return typeof written === "string" ? { fingerprint, written, usage: usage ?? { items: [] } } : null;
}
