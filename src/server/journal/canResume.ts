import type { RunRecord } from "../runs/RunStore.js";
import { isEnded } from "../runs/isEnded.js";

/**
 * Whether a run can still get its image by what its journal holds: it goes on where it has not ended, and the image comes
 * late where its time is over. Whatever ends it otherwise takes the journal away.
 */
export function canResume(run: RunRecord): run is RunRecord & { journal: NonNullable<RunRecord["journal"]> } {
  return Boolean(run.journal) && run.late === null && (!isEnded(run) || run.status === "failed");
}
