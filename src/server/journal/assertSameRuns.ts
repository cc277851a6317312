import type { ImageModelEntry, Models } from "../models/ModelEntry.js";
import type { RunStore } from "../runs/RunStore.js";
import { readProviderRuns } from "./createProviderFetch.js";

/**
 * Refuses image models whose `fetch` notes what their providers answer in another run store, where nobody looks.
 *
 * @throws TypeError that says which model, why, and what to do.
 */
export function assertSameRuns(models: Models<ImageModelEntry>, runs: RunStore | undefined): void {
  for (const [id, { model }] of Object.entries(models)) {
    const { config } = Object(model) as { config?: { fetch?: unknown } };
    const noted = readProviderRuns(config?.fetch);
    if (noted === null || noted === runs) continue;
    throw new TypeError(
      `The image model ${JSON.stringify(id)} was made with a createProviderFetch for ${runs ? "another run store" : "a run store, and its handler got none"}: ` +
        "what its provider answers would be noted where nobody looks. Pass the same object as `runs` to " +
        "createProviderFetch and to the handler or worker.",
    );
  }
}
