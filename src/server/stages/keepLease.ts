import { canResume } from "../journal/canResume.js";
import { isEnded } from "../runs/isEnded.js";
import { BEAT_MS, extendLease } from "../runs/lease.js";
import type { RunRecord, RunStore } from "../runs/RunStore.js";
import { updateRun } from "../runs/updateRun.js";

/** Says from time to time that this process waits for the late image of a run, so that no other takes it up. */
export function keepLease(
  runs: RunStore,
  { scope, id }: Pick<RunRecord, "scope" | "id">,
  work: Promise<void>,
): void {
  const extend = (run: RunRecord) =>
    canResume(run) && isEnded(run) ? { abandonedAt: extendLease(Infinity) } : null;
  const say = () => void updateRun(runs, scope, id, extend).catch(() => undefined);
  say();
  const beat = setInterval(say, BEAT_MS);
  void work.finally(() => clearInterval(beat));
}
