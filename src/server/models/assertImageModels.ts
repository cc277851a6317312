import { assertNames } from "../assertNames.js";
import { isGuardedFetch } from "./createGuardedFetch.js";
import { readProviderRuns } from "../journal/createProviderFetch.js";
import type { RunStore } from "../runs/RunStore.js";
import { assertReferences } from "./assertReferences.js";
import { assertSettings } from "./assertSettings.js";
import type { ImageModelEntry, Models, SdkModel } from "./ModelEntry.js";
import { findProvider } from "./providers/providers.js";

/** Every member of an entry. A missing one is a type error here. */
const MEMBERS: Readonly<Record<keyof ImageModelEntry, true>> = {
  model: true,
  label: true,
  provider: true,
  kind: true,
  price: true,
  deprecated: true,
  providerOptions: true,
  geometry: true,
  maxPromptLength: true,
  imageUrls: true,
  partialImages: true,
  settings: true,
  references: true,
  call: true,
};

/**
 * Refuses image models that could never be called as the host means it: a member that nobody reads, links of a provider's
 * answers that are followed without a guard, or a setting that goes nowhere.
 *
 * @throws TypeError that says which model, why, and what to do.
 */
export function assertImageModels(models: Models<ImageModelEntry>, runs?: RunStore): void {
  for (const [id, entry] of Object.entries(models)) {
    assertNames(`The image model ${JSON.stringify(id)}`, "", entry, MEMBERS);
    assertGuarded(id, entry);
    assertRuns(id, entry, runs);
    assertSettings(id, entry);
    assertReferences(id, entry);
  }
}

/** Providers without a file of their own whose answers name the image by URL. */
const BY_URL = /^(?:kling|klingai|alibaba|byteplus|modelslab|runware|runpod|wavespeed|ideogram|recraft)\b/i;

/** A link in an answer could name an address inside the host's network. No version of the AI SDK looks at where a name leads. */
function assertGuarded(id: string, { model, imageUrls }: ImageModelEntry): void {
  if (typeof model !== "object" || !("doGenerate" in model) || imageUrls !== undefined) return;
  const { config } = model as { config?: { fetch?: unknown } };
  if (!followsLinks(model) || isGuardedFetch(config?.fetch)) return;
  throw new TypeError(
    `The image model ${JSON.stringify(id)} (${model.provider}) follows the image URLs that its provider answers with, ` +
      "so that such a URL could reach into your network: the AI SDK 6 does not check them, and the AI SDK 7 looks at " +
      "their spelling alone, not at where a name leads. Make the provider with `fetch: createGuardedFetch()` from " +
      "image-generation-node/server, such as `createFal({ fetch: createGuardedFetch() })`. If the model is wrapped and " +
      'guarded inside, or answers without URLs, say so: `imageUrls: "guarded"` or `imageUrls: "none"`.',
  );
}

/** What is noted in another run store is never found. */
function assertRuns(id: string, { model }: ImageModelEntry, runs: RunStore | undefined): void {
  const { config } = Object(model) as { config?: { fetch?: unknown } };
  const noted = readProviderRuns(config?.fetch);
  if (noted === null || noted === runs) return;
  throw new TypeError(
    `The image model ${JSON.stringify(id)} was made with a createProviderFetch for ${runs ? "another run store" : "a run store"}` +
      `${runs ? "" : ", and its handler got none"}: what its provider answers would be noted where nobody looks. Pass the ` +
      "same object as `runs` to createProviderFetch and to the handler or worker.",
  );
}

function followsLinks(model: Exclude<SdkModel, string>): boolean {
  const provider = findProvider(model);
  if (BY_URL.test(model.provider)) return true;
  return provider.followsLinks?.(model.modelId) ?? provider.delivers === "links";
}
