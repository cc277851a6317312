import { guidanceOption, negativePromptOption, seedOption, stepsOption } from "./commonOptions.js";
import type { Provider } from "./Provider.js";
import { optionsFor } from "./ProviderOption.js";
import type { OptionsTable } from "./ProviderOption.js";
import { PNG_OR_JPEG } from "./referencesFor.js";
import { pixelsUnknown, pixelsKnown, sizes } from "./sizes.js";

/** The widest size that is documented for all of its models; each of them is a square. */
const SQUARES = sizes("1024x1024", "1024x1024");

const seed = seedOption();
const steps = (maximum: number) => stepsOption("togetherai", "steps", maximum);
// The service's own name. The package has an older one, and hands on both.
const guidance = guidanceOption("togetherai", "guidance_scale", { minimum: 1, maximum: 10 });
const OPTIONS: OptionsTable = [
  [/^black-forest-labs\/FLUX\.1-schnell(?:-Free)?$/i, { seed, steps: steps(4) }],
  [/^black-forest-labs\/FLUX\.1-dev(?:-lora)?$/i, { seed, steps: steps(50), guidance }],
  [/^black-forest-labs\/FLUX\.(?:1(?:\.1)?-pro|1-kontext-(?:dev|pro|max)|2-(?:dev|pro|flex))$/i, { seed }],
  [
    /^stabilityai\/stable-diffusion-xl-base-1\.0$/i,
    { seed, negative_prompt: negativePromptOption("togetherai"), steps: steps(50), guidance },
  ],
];

/** Together AI: one POST, the image as base64. It hosts models of others and asks all of them for a width and a height. */
export const togetherai: Provider = {
  name: "Together.ai",
  packageName: "@ai-sdk/togetherai",
  matches: ({ provider }) => /^togetherai\b/.test(provider),
  delivers: "bytes",
  polls: false,
  shapes: (modelId) =>
    /^(?:black-forest-labs\/FLUX\.1(?!.*kontext)|stabilityai\/)/i.test(modelId)
      ? pixelsKnown(SQUARES)
      : pixelsUnknown(SQUARES),
  options: (modelId) => optionsFor(modelId, OPTIONS),
  // The package sends one, in a field that the others leave unread.
  references: (modelId) =>
    /^black-forest-labs\/FLUX\.1-kontext-(?:dev|pro|max)$/i.test(modelId)
      ? { max: 1, mimeTypes: PNG_OR_JPEG }
      : undefined,
  refusal: ({ status, hasCode, says }) => {
    if (hasCode(/^model_not_(?:available|found)$/)) return "provider_misconfigured";
    if ((status === 422 || status === 400) && says(/\bNSFW\b/)) return "content_blocked";
    // Here a 403 means an input that is too long, not a key that lacks a right.
    return status === 403 && !hasCode(/api_key|permission|access/i) ? "provider_rejected" : undefined;
  },
  // Seconds; there is no `Retry-After`.
  waitMs: ({ header }) => {
    const seconds = header("x-ratelimit-reset");
    return seconds !== undefined && /^\d{1,4}(?:\.\d{1,6})?$/.test(seconds)
      ? Number(seconds) * 1000
      : undefined;
  },
};
