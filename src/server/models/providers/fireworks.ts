import { isModerated } from "./blackForestLabs.js";
import { guidanceOption, negativePromptOption, seedOption, stepsOption } from "./commonOptions.js";
import type { Provider } from "./Provider.js";
import { optionsFor } from "./ProviderOption.js";
import type { OptionsTable } from "./ProviderOption.js";
import { PNG_OR_JPEG } from "./referencesFor.js";
import { someMember } from "./someMember.js";
import { RATIOS, pixelsUnknown, pixelsKnown, sizes } from "./sizes.js";

const BY_SIZE = /\/(?:playground-v2|japanese-stable-diffusion-xl|stable-diffusion-xl-1024|SSD-1B)/;
const KONTEXT = /\/flux-kontext-/;

// A seed of 0 asks for a random one.
const seed = seedOption({ minimum: 1 });
const negative_prompt = negativePromptOption("fireworks");
const guidance = (option: string) => guidanceOption("fireworks", option, { minimum: 1, maximum: 20 });
// Steps are paid, and no most is documented.
const steps = (option: string, maximum: number) => stepsOption("fireworks", option, maximum);
const OPTIONS: OptionsTable = [
  [KONTEXT, { seed }],
  [
    /\/flux-1-dev-fp8$/,
    { seed, steps: steps("num_inference_steps", 50), guidance: guidance("guidance_scale") },
  ],
  [
    /\/flux-1-schnell-fp8$/,
    { seed, steps: steps("num_inference_steps", 12), guidance: guidance("guidance_scale") },
  ],
  [BY_SIZE, { seed, negative_prompt, steps: steps("steps", 50), guidance: guidance("cfg_scale") }],
];

/** Fireworks: one POST that answers with the image; Kontext is submitted, polled by POST, and downloaded. */
export const fireworks: Provider = {
  name: "Fireworks",
  packageName: "@ai-sdk/fireworks",
  matches: ({ provider }) => /^fireworks\b/i.test(provider),
  delivers: "links",
  followsLinks: (modelId) => KONTEXT.test(modelId),
  polls: true,
  shapes: (modelId) =>
    BY_SIZE.test(modelId) ? pixelsKnown(sizes("1024x1024", "1344x768")) : pixelsUnknown(RATIOS),
  options: (modelId) => optionsFor(modelId, OPTIONS),
  // The package sends one to every model; the others leave it unread.
  references: (modelId) =>
    /^accounts\/fireworks\/models\/flux-kontext-(?:pro|max)$/.test(modelId)
      ? { max: 1, mimeTypes: PNG_OR_JPEG }
      : undefined,
  refusal: ({ status, body, says }) => {
    if (isModerated(body)) return "content_blocked";
    return status === 412 && says(/\bis suspended\b/) ? "credits_exhausted" : undefined;
  },
  // A filtered image arrives as any other; a header beside it says what it is.
  isBlocked: (value) =>
    isModerated(value) ||
    someMember(value, (key, member) => /^finish-?reason$/i.test(key) && member === "CONTENT_FILTERED"),
};
