import { isGuardedFetch } from "./createGuardedFetch.js";
import type { ImageModelEntry, Models } from "./ModelEntry.js";

/** Providers whose answers name the image by URL. */
const BY_URL =
  /^(?:fal|replicate|luma|black-?forest-?labs|bfl|prodia|fireworks|xai|bytedance|klingai|alibaba)\b/i;

/**
 * Refuses models of the AI SDK 6 that follow the URLs of their provider's answers unchecked: such a URL could name an
 * address inside the host's network. Models of the AI SDK 7 check by themselves.
 *
 * @throws TypeError that says which model, why, and what to do.
 */
export function assertGuarded(models: Models<ImageModelEntry>): void {
  for (const [id, { model, imageUrls }] of Object.entries(models)) {
    if (typeof model !== "object" || !("doGenerate" in model) || imageUrls !== undefined) continue;
    const { specificationVersion, config } = model as {
      specificationVersion?: unknown;
      config?: { fetch?: unknown };
    };
    const isOlder = typeof specificationVersion === "string" && /^v[1-3]$/.test(specificationVersion);
    if (!isOlder || !BY_URL.test(model.provider) || isGuardedFetch(config?.fetch)) continue;
    throw new TypeError(
      `The image model ${JSON.stringify(id)} (${model.provider}) is one of the AI SDK 6: it follows the image URLs that ` +
        "its provider answers with, unchecked, so that such a URL could reach into your network. Make the provider with " +
        "`fetch: createGuardedFetch()` from image-generation-node/server, or use the AI SDK 7. If the model is wrapped " +
        'and guarded inside, or answers without URLs, say so: `imageUrls: "guarded"` or `imageUrls: "none"`.',
    );
  }
}
