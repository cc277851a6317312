import { guidanceOption, seedSetting } from "./commonOptions.js";
import type { Provider } from "./Provider.js";
import { providerOption } from "./ProviderOption.js";
import type { ProviderOptions } from "./ProviderOption.js";
import { PNG_OR_JPEG } from "./referencesFor.js";
import { pixelsKnown, sizes } from "./sizes.js";

/** Settings of the third generation alone. The package hands on no `seed` of the SDK, but any option. */
const OPTIONS: ProviderOptions = {
  seed: providerOption("bytedance", "seed", seedSetting()),
  guidance: guidanceOption("bytedance", "guidance_scale", { minimum: 1, maximum: 10 }),
};

/** ByteDance's ModelArk: one POST, the image as base64. */
export const bytedance: Provider = {
  name: "ByteDance",
  packageName: "@ai-sdk/bytedance",
  matches: ({ provider }) => /^bytedance\b/i.test(provider),
  delivers: "bytes",
  polls: false,
  // From the fourth generation on, 3.7 megapixels are the fewest that every Seedream takes.
  shapes: (modelId) =>
    pixelsKnown(
      /seedream-3/.test(modelId) ? sizes("1024x1024", "1280x720") : sizes("2048x2048", "2560x1440"),
    ),
  options: (modelId) => (/seedream-3/.test(modelId) ? OPTIONS : {}),
  references: (modelId) =>
    /seedream-(?:[4-9]|\d\d)/.test(modelId)
      ? {
          max: 10,
          mimeTypes: PNG_OR_JPEG,
          maxBytes: 10_000_000,
          maxPixels: 36_000_000,
          // A request is 64 MB at most. As base64, 45 MB of pictures are 60 MB of it.
          maxTotalBytes: 45_000_000,
          minSide: 15,
        }
      : undefined,
  refusal: ({ hasCode }) => {
    if (hasCode(/RiskDetection|ContentSecurityDetection/)) return "content_blocked";
    if (hasCode(/^(?:Quota|SetLimit)Exceeded/)) return "credits_exhausted";
    return hasCode(/^ServerOverloaded/) ? "overloaded" : undefined;
  },
};
