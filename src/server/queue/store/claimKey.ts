import type { RunRecord, RunStore } from "../../runs/RunStore.js";

const MAX_CLAIMS = 10;

/**
 * Creates a run under its key, or finds the one that holds the key.
 *
 * @param claim writes the run and its key at once if nobody holds the key, and says whether it did
 */
export async function claimKey(
  run: RunRecord,
  claim: () => Promise<boolean>,
  findByKey: RunStore["findByKey"],
): Promise<{ created: boolean; run: RunRecord }> {
  for (let attempt = 0; attempt < MAX_CLAIMS; attempt += 1) {
    if (await claim()) return { created: true, run };
    // The one that held the key may have freed it since: then it is claimed again.
    const known = await findByKey(run.scope, run.key);
    // A claim that was repeated because its answer got lost finds its own run.
    if (known?.id === run.id) return { created: true, run };
    if (known) return { created: false, run: known };
  }
  throw new Error("The key of a generation was claimed and freed again and again by others.");
}
