import { qualityOption, resolutionSetting } from "./commonOptions.js";
import type { Provider } from "./Provider.js";
import { optionsFor, providerOption } from "./ProviderOption.js";
import type { OptionsTable } from "./ProviderOption.js";
import { readField } from "./readField.js";
import { PNG_OR_JPEG } from "./referencesFor.js";
import { RATIOS, pixelsUnknown } from "./sizes.js";

const TICKS_PER_USD = 10_000_000_000;
const MODERATED =
  /\brejected by content moderation\b|\bviolates usage guidelines\b|\bFailed check: SAFETY_CHECK_TYPE/;

const resolution = providerOption("xai", "resolution", resolutionSetting(["1k", "2k"]));
const OPTIONS: OptionsTable = [
  // The others pass over a quality, and this one has no high one.
  [/^grok-imagine-image-2\.0/, { quality: qualityOption("xai", ["low", "medium"]), resolution }],
  [/^grok-imagine-image-(?:pro|quality)/, { resolution }],
];

/** xAI: one POST, the image as base64. */
export const xai: Provider = {
  name: "xAI",
  packageName: "@ai-sdk/xai",
  matches: ({ provider }) => /^xai\b/i.test(provider),
  delivers: "bytes",
  // Base64 is asked for; an answer with a URL instead would be followed.
  followsLinks: () => true,
  polls: false,
  shapes: () => pixelsUnknown(RATIOS),
  options: (modelId) => optionsFor(modelId, OPTIONS),
  references: (modelId) =>
    /^grok-imagine-image/.test(modelId) ? { max: 3, mimeTypes: PNG_OR_JPEG } : undefined,
  refusal: ({ status, says }) => {
    if (says(MODERATED)) return "content_blocked";
    if (says(/\bused all available credits\b|\bmonthly spending limit\b/)) return "credits_exhausted";
    return status === 400 && says(/^Incorrect API key/) ? "provider_misconfigured" : undefined;
  },
  // What was drawn and then withheld is charged for, and so are some prompts.
  charged: ({ body, hasCode, says }) => {
    const ticks = readField(readField(body, "usage"), "cost_in_usd_ticks");
    if (typeof ticks === "number") return ticks > 0;
    return hasCode(/:content-moderated$/) || says(MODERATED) ? null : false;
  },
  isBlocked: (value) => {
    const images = readField(value, "data");
    return Array.isArray(images) && images.some((image) => readField(image, "respect_moderation") === false);
  },
  reported: (metadata) => {
    const ticks = readField(readField(metadata, "xai"), "costInUsdTicks");
    if (typeof ticks !== "number") return undefined;
    return { amount: String(ticks / TICKS_PER_USD), unit: "USD" };
  },
};
