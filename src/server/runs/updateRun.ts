import { createProblem } from "../http/createProblem.js";
import type { RunPatch, RunRecord, RunStore } from "./RunStore.js";

/** Attempts of one change. Others that change the same run leave it alone once it has ended. */
const MAX_ATTEMPTS = 10;
/** Attempts that follow one another at once, whoever waits for them. */
const QUICK_ATTEMPTS = 3;
const PAUSE_MS = 20;

/** Options of {@link updateRun}. */
export interface UpdateRunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly known?: RunRecord | undefined;
}

/**
 * Changes a run by compare-and-set, looking anew when another change came first. `decide` answers `null` when there is
 * nothing to change any more. Returns the run as it is afterwards, and whether this call changed it.
 *
 * A record that does not fit its revision, as in a database that was restored in part, never takes a change: after some
 * attempts, or when the caller has left, this rejects as `internal`.
 *
 * @param options.signal aborts when the caller leaves
 * @param options.known the run as the caller knows it: it is read only where that is no longer so
 */
export async function updateRun(
  runs: RunStore,
  scope: string,
  id: string,
  decide: (run: RunRecord) => RunPatch | null,
  { signal, known }: UpdateRunOptions = {},
): Promise<{ run: RunRecord | null; changed: boolean }> {
  for (let attempt = 1; ; attempt += 1) {
    const isKnown = attempt === 1 && known !== undefined;
    const run = isKnown ? known : await runs.get(scope, id);
    const patch = run && decide(run);
    if (!run || !patch) return { run, changed: false };
    const next = await runs.update(scope, id, run.revision, patch, run);
    if (next) return { run: next, changed: true };
    if (attempt < QUICK_ATTEMPTS) continue;
    if (attempt === MAX_ATTEMPTS || signal?.aborted) throw unchangeable(id, attempt);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * Math.random()));
  }
}

function unchangeable(id: string, attempts: number) {
  const cause = new Error(
    `The run took no change in ${attempts} attempts: its record and its revision in the run store may not fit each other.`,
  );
  return createProblem("internal", { id, charged: null, cause });
}
