import type { RunPatch, RunRecord, RunStore } from "./RunStore.js";

/**
 * Changes a run by compare-and-set, looking anew when another change came first. `decide` answers `null` when there is
 * nothing to change any more. Returns the run as it is afterwards, and whether this call changed it.
 */
export async function updateRun(
  runs: RunStore,
  scope: string,
  id: string,
  decide: (run: RunRecord) => RunPatch | null,
): Promise<{ run: RunRecord | null; changed: boolean }> {
  for (;;) {
    const run = await runs.get(scope, id);
    const patch = run && decide(run);
    if (!run || !patch) return { run, changed: false };
    const next = await runs.update(scope, id, run.revision, patch);
    if (next) return { run: next, changed: true };
  }
}
