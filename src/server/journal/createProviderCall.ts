import { isCustomImageModel } from "../models/ModelEntry.js";
import type { ImageModelEntry } from "../models/ModelEntry.js";
import type { RunStore } from "../runs/RunStore.js";
import { hasProviderFetch, readProviderRuns } from "./createProviderFetch.js";
import type { JournalEntry } from "./JournalEntry.js";
import type { ProviderCall } from "./ProviderCall.js";

/**
 * Creates the call of an image model, as the `fetch` of its provider sees it; `null` where the model surely sends by
 * another `fetch`, so that nothing can be noted or gone on from.
 *
 * @param entry answer that an earlier process has got; `null` where nothing was sent yet
 */
export function createProviderCall(
  runs: RunStore,
  { model }: Pick<ImageModelEntry, "model">,
  entry: JournalEntry | null,
  keep: ProviderCall["keep"],
): ProviderCall | null {
  if (!maySendBy(runs, model)) return null;
  return {
    runs,
    polls: isKnownToPoll(model),
    entry,
    isResumed: entry !== null,
    isUncertain: false,
    isAway: false,
    knowsCosts: false,
    origin: "",
    keep,
  };
}

/** Replicate's package polls since it has models of this specification; a wrapper may have an older one within. */
function isKnownToPoll(model: ImageModelEntry["model"]): boolean {
  if (typeof model === "string" || isCustomImageModel(model)) return false;
  const { config, specificationVersion } = model as { config?: unknown; specificationVersion?: unknown };
  return config !== undefined && Number(String(specificationVersion).slice(1)) >= 4;
}

/** A model of the host's own, and one that is wrapped, may have a `fetch` within that nobody sees, where one was made. */
function maySendBy(runs: RunStore, model: ImageModelEntry["model"]): boolean {
  if (typeof model === "string") return false;
  const { config } = model as { readonly config?: unknown };
  if (isCustomImageModel(model) || typeof config !== "object" || config === null)
    return hasProviderFetch(runs);
  return readProviderRuns((config as { readonly fetch?: unknown }).fetch) === runs;
}
