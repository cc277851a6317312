import type { KeptPrompt, RunRecord, RunStore } from "../runs/RunStore.js";
import type { PreparedGeneration } from "./prepareGeneration.js";

/** Reads the prompt that an earlier attempt has paid for; `null` where none will be written, or for another request. */
export async function readKeptPrompt(
  runs: RunStore,
  { promptModel }: PreparedGeneration,
  { scope, key, fingerprint }: RunRecord,
): Promise<KeptPrompt | null> {
  if (promptModel === null) return null;
  const kept = await runs.keptPrompt(scope, key);
  return kept?.fingerprint === fingerprint ? kept : null;
}
