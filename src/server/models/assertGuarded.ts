import { isGuardedFetch } from "./createGuardedFetch.js";
import type { ImageModelEntry, Models } from "./ModelEntry.js";

/** Providers whose answers name the image by URL. */
const BY_URL =
  /^(?:fal|replicate|luma|black-?forest-?labs|bfl|prodia|fireworks|xai|bytedance|byteplus|kling|klingai|alibaba|modelslab|runware|runpod|wavespeed|ideogram|recraft)\b/i;

/**
 * Refuses models that follow the URLs of their provider's answers without a guarded `fetch`: such a URL could name an
 * address inside the host's network. No version of the AI SDK looks at where a name leads.
 *
 * @throws TypeError that says which model, why, and what to do.
 */
export function assertGuarded(models: Models<ImageModelEntry>): void {
  for (const [id, { model, imageUrls }] of Object.entries(models)) {
    if (typeof model !== "object" || !("doGenerate" in model) || imageUrls !== undefined) continue;
    const { config } = model as { config?: { fetch?: unknown } };
    if (!BY_URL.test(model.provider) || isGuardedFetch(config?.fetch)) continue;
    throw new TypeError(
      `The image model ${JSON.stringify(id)} (${model.provider}) follows the image URLs that its provider answers with, ` +
        "so that such a URL could reach into your network: the AI SDK 6 does not check them, and the AI SDK 7 looks at " +
        "their spelling alone, not at where a name leads. Make the provider with `fetch: createGuardedFetch()` from " +
        "image-generation-node/server, such as `createFal({ fetch: createGuardedFetch() })`. If the model is wrapped and " +
        'guarded inside, or answers without URLs, say so: `imageUrls: "guarded"` or `imageUrls: "none"`.',
    );
  }
}
