import { guidanceOption, negativePromptOption, seedOption, stepsOption } from "./commonOptions.js";
import type { Provider } from "./Provider.js";
import { optionsFor } from "./ProviderOption.js";
import type { OptionsTable } from "./ProviderOption.js";
import { PNG_OR_JPEG, referencesFor } from "./referencesFor.js";
import type { ReferencesTable } from "./referencesFor.js";
import { RATIOS, pixelsUnknown, pixelsKnown, sizes } from "./sizes.js";

/** Sides from 256 to 1440 in steps of 32. */
const BY_32 = sizes("1024x1024", "1344x768");

const seed = seedOption();
const steps = stepsOption("deepinfra", "num_inference_steps", 50);
const guidance = (minimum: number) => guidanceOption("deepinfra", "guidance_scale", { minimum, maximum: 20 });
const OPTIONS: OptionsTable = [
  [
    /^stabilityai\/sd3\.5(?:-medium)?$/,
    { seed, negative_prompt: negativePromptOption("deepinfra"), steps, guidance: guidance(0) },
  ],
  [/^black-forest-labs\/FLUX-1-dev$/, { seed, steps, guidance: guidance(1) }],
  [/^black-forest-labs\/FLUX-1-schnell$/, { seed, steps }],
  [/^(?:black-forest-labs\/FLUX-(?:1\.1-)?pro|stabilityai\/sdxl-turbo)$/, { seed }],
];

const REFERENCES: ReferencesTable = [
  [/^black-forest-labs\/FLUX\.1-Kontext-(?:dev|pro|max)$/, { max: 1, mimeTypes: PNG_OR_JPEG }],
  [/^Qwen\/Qwen-Image-Edit$/, { max: 2, min: 1, mimeTypes: PNG_OR_JPEG }],
];

/** DeepInfra: one POST to the model's own address, the image as base64. */
export const deepinfra: Provider = {
  name: "DeepInfra",
  packageName: "@ai-sdk/deepinfra",
  matches: ({ provider }) => /^deepinfra\b/.test(provider),
  delivers: "bytes",
  polls: false,
  shapes: (modelId) => {
    // Pictures go to another address, which takes a size and leaves a ratio out without a word.
    if (/^Qwen\/Qwen-Image-Edit$/.test(modelId)) return pixelsUnknown(BY_32);
    if (!/^black-forest-labs\/FLUX/i.test(modelId)) return pixelsUnknown(RATIOS);
    // The second generation is not in the table of sizes, and takes them all the same.
    return /FLUX[.-]2/i.test(modelId) ? pixelsUnknown(BY_32) : pixelsKnown(BY_32);
  },
  options: (modelId) => optionsFor(modelId, OPTIONS),
  references: (modelId) => referencesFor(modelId, REFERENCES),
  // It has no codes: `detail.error` is one sentence.
  refusal: ({ says }) => {
    if (says(/\binference prohibited\b/i)) return "credits_exhausted";
    return says(/\bNSFW\b|\b(?:request|content|prompt|image) (?:was |has been )?(?:moderated|flagged)\b/i)
      ? "content_blocked"
      : undefined;
  },
};
