import {
  UNSIGNED_32_BITS,
  guidanceOption,
  negativePromptOption,
  resolutionSetting,
  seedOption,
  stepsOption,
} from "./commonOptions.js";
import { isFlagged } from "./generic.js";
import type { Provider } from "./Provider.js";
import { optionsFor, providerOption } from "./ProviderOption.js";
import type { OptionsTable } from "./ProviderOption.js";
import { PNG_OR_JPEG, referencesFor } from "./referencesFor.js";
import type { ReferencesTable } from "./referencesFor.js";
import { RATIOS, pixelsUnknown, pixelsKnown, ratiosWithPixels } from "./sizes.js";

/** Endpoints whose pixels are those of fal's own presets. */
const BY_PRESET =
  /\/(?:flux\/(?:dev|schnell|krea)|flux-lora|flux-pro\/v1\.1|fast-sdxl|hyper-sdxl|stable-diffusion-(?:3\.5|v35)-large)$/;
/** Endpoints that take a ratio. The package sends every model a preset, which these leave unread. */
const BY_RATIO = /\/(?:flux-pro\/(?:v1\.1-ultra|kontext)|ideogram\/v2|imagen\d|luma-photon|nano-banana)/;

const seed = seedOption({ maximum: UNSIGNED_32_BITS });
const negative_prompt = negativePromptOption("fal");
const stepsTo = (maximum: number, minimum = 1) => stepsOption("fal", "numInferenceSteps", maximum, minimum);
// The package takes up to 50 steps and a guidance from 1 to 20, whatever an endpoint takes.
const steps = stepsTo(50);
const guidance = guidanceOption("fal", "guidanceScale", { minimum: 1, maximum: 20 });
/** Settings by endpoint. What is not listed may take none. */
const OPTIONS: OptionsTable = [
  [/\/(?:flux\/(?:dev|krea)|flux-lora)$/, { seed, steps, guidance }],
  [/\/flux\/schnell$/, { seed, steps: stepsTo(12), guidance }],
  [/\/flux-pro\/kontext(?:\/max)?(?:\/text-to-image)?$/, { seed, guidance }],
  [/\/(?:flux-pro\/v1\.1(?:-ultra)?|flux-2-pro|hyper-sdxl)$/, { seed }],
  [/\/(?:fast-sdxl|stable-diffusion-(?:3\.5|v35)-large)$/, { seed, negative_prompt, steps, guidance }],
  [/\/qwen-image$/, { seed, negative_prompt, steps: stepsTo(50, 2), guidance }],
  [/\/ideogram\/v2(?:\/turbo)?$/, { seed: seedOption(), negative_prompt }],
  [/\/(?:imagen4\/preview|bytedance\/(?:dreamina\/v3\.1|seedream\/v4)\/text-to-image)$/, { seed }],
  [
    /\/nano-banana-pro$/,
    { resolution: providerOption("fal", "resolution", resolutionSetting(["1K", "2K", "4K"])) },
  ],
];

/** Endpoints that edit are apart from those that draw from a text alone: each refuses a request without a picture. */
const EDITED = { min: 1, mimeTypes: PNG_OR_JPEG } as const;
/** Endpoints that take a list of pictures. */
const SEVERAL: ReferencesTable = [
  [/\/flux-pro\/kontext(?:\/max)?\/multi$/, { max: 4, ...EDITED }],
  [/\/flux-2\/edit$/, { max: 4, ...EDITED }],
  [/\/flux-2-pro\/edit$/, { max: 8, ...EDITED }],
  [/\/nano-banana\/edit$/, { max: 10, ...EDITED }],
  [/\/nano-banana-(?:2|pro)\/edit$/, { max: 14, ...EDITED }],
  [/\/bytedance\/seedream\/v4(?:\.5)?\/edit$/, { max: 10, ...EDITED }],
];
const REFERENCES: ReferencesTable = [
  ...SEVERAL,
  [
    /\/(?:flux-pro\/kontext(?:\/max)?|(?:flux\/(?:dev|krea)|flux-lora|flux-general)\/image-to-image)$/,
    { max: 1, ...EDITED },
  ],
];

/** Fal: one POST that waits for the image, and a file that is downloaded. */
export const fal: Provider = {
  name: "Fal",
  packageName: "@ai-sdk/fal",
  matches: ({ provider }) => /^fal\b/i.test(provider),
  delivers: "links",
  polls: false,
  shapes: (modelId) =>
    BY_PRESET.test(modelId)
      ? pixelsKnown(ratiosWithPixels({ width: 1024, height: 1024 }, { width: 1024, height: 576 }))
      : pixelsUnknown(RATIOS),
  settings: (modelId, asked) =>
    "aspectRatio" in asked && BY_RATIO.test(modelId)
      ? { fal: { aspect_ratio: asked.aspectRatio } }
      : undefined,
  options: (modelId) => optionsFor(modelId, OPTIONS),
  references: (modelId) => referencesFor(modelId, REFERENCES),
  // Without it the package sends the first alone, in another field.
  referenceCall: (modelId) =>
    referencesFor(modelId, SEVERAL) && {
      providerOptions: { fal: { useMultipleImages: true } },
      replacesImages: false,
    },
  // A locked account is answered with 403 and a sentence.
  refusal: ({ status, says }) =>
    status === 403 && says(/\blocked\. Reason: (?:Exhausted balance|TOP_UP)\b/)
      ? "credits_exhausted"
      : undefined,
  // A runner may have worked, and is paid, before it finds fault with the input.
  charged: ({ status, header }) => {
    if (status !== 422) return false;
    const units = Number.parseFloat(header("x-fal-billable-units") ?? "");
    return Number.isNaN(units) ? null : units > 0;
  },
  isBlocked: isFlagged,
};
