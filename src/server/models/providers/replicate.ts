import {
  guidanceOption,
  negativePromptOption,
  resolutionSetting,
  seedOption,
  stepsOption,
} from "./commonOptions.js";
import { toBase64 } from "../../encoding.js";
import type { Provider } from "./Provider.js";
import { optionsFor, providerOption } from "./ProviderOption.js";
import type { OptionsTable } from "./ProviderOption.js";
import { readField } from "./readField.js";
import { ANY_PICTURE, PNG_OR_JPEG } from "./referencesFor.js";
import { RATIOS, pixelsUnknown, pixelsKnown, sizes } from "./sizes.js";

const seed = seedOption();
const negative_prompt = negativePromptOption("replicate");
const steps = (maximum: number) => stepsOption("replicate", "num_inference_steps", maximum);
const guidance = (option: string, minimum: number, maximum: number) =>
  guidanceOption("replicate", option, { minimum, maximum });
const resolution = (...values: string[]) =>
  providerOption("replicate", "resolution", resolutionSetting(values));
/** Settings by the schema of each model. One with a version may have an older schema, and what is not listed another. */
const OPTIONS: OptionsTable = [
  [/^black-forest-labs\/flux-schnell$/, { seed, steps: steps(4) }],
  [/^black-forest-labs\/flux-dev$/, { seed, steps: steps(50), guidance: guidance("guidance", 0, 10) }],
  [/^black-forest-labs\/flux-2-pro$/, { resolution: resolution("0.5 MP", "1 MP", "2 MP", "4 MP"), seed }],
  [/^black-forest-labs\/flux-(?:pro|1\.1-pro(?:-ultra)?|kontext-(?:pro|max)|2-dev)$/, { seed }],
  [
    /^stability-ai\/stable-diffusion-3\.5-(?:large|medium)$/,
    { seed, negative_prompt, guidance: guidance("cfg", 1, 10) },
  ],
  [/^ideogram-ai\/ideogram-v2(?:-turbo)?$/, { seed, negative_prompt }],
  [/^bytedance\/seedream-3$/, { seed, guidance: guidance("guidance_scale", 1, 10) }],
  [/^luma\/photon(?:-flash)?$/, { seed }],
  [
    /^bytedance\/sdxl-lightning-4step(?::|$)/,
    { seed, negative_prompt, steps: steps(10), guidance: guidance("guidance_scale", 0, 50) },
  ],
  [
    /^playgroundai\/playground-v2\.5-1024px-aesthetic(?::|$)/,
    { seed, negative_prompt, steps: steps(60), guidance: guidance("guidance_scale", 0.1, 20) },
  ],
  [/^google\/nano-banana-pro$/, { resolution: resolution("1K", "2K", "4K") }],
];

/** Bytes of all pictures of a prediction that Replicate's own clients send inline. */
const INLINE_BYTES = 10_000_000;

/** Field of a model for pictures. */
interface ReferenceField {
  readonly field: string;
  /** Most pictures, where the field holds a list. */
  readonly list?: number;
  /** Whether the model's schema requires the field. */
  readonly isRequired?: true;
  readonly mimeTypes: readonly string[];
}

/** Fields by the schema of each model. The package knows `image` alone, and a row of fields that no FLUX.2 has any more. */
const FIELDS: readonly (readonly [pattern: RegExp, field: ReferenceField])[] = [
  [/^black-forest-labs\/flux-2-flex$/, { field: "input_images", list: 10, mimeTypes: ANY_PICTURE }],
  [/^black-forest-labs\/flux-2-pro$/, { field: "input_images", list: 8, mimeTypes: ANY_PICTURE }],
  [/^black-forest-labs\/flux-2-dev$/, { field: "input_images", list: 4, mimeTypes: ANY_PICTURE }],
  [/^black-forest-labs\/flux-kontext-(?:pro|max)$/, { field: "input_image", mimeTypes: ANY_PICTURE }],
  [
    /^black-forest-labs\/flux-kontext-dev$/,
    { field: "input_image", mimeTypes: ANY_PICTURE, isRequired: true },
  ],
  [/^google\/nano-banana-pro$/, { field: "image_input", list: 14, mimeTypes: PNG_OR_JPEG }],
  [/^google\/nano-banana$/, { field: "image_input", list: 3, mimeTypes: PNG_OR_JPEG }],
  [/^bytedance\/seedream-4$/, { field: "image_input", list: 10, mimeTypes: PNG_OR_JPEG }],
  [/^black-forest-labs\/flux-dev$/, { field: "image", mimeTypes: PNG_OR_JPEG }],
  [/^stability-ai\/stable-diffusion-3\.5-(?:large|medium)$/, { field: "image", mimeTypes: PNG_OR_JPEG }],
];
const fieldOf = (modelId: string) => FIELDS.find(([pattern]) => pattern.test(modelId))?.[1];

/** Replicate: a prediction is submitted, polled, and its output downloaded. */
export const replicate: Provider = {
  name: "Replicate",
  packageName: "@ai-sdk/replicate",
  matches: ({ provider }) => /^replicate\b/i.test(provider),
  delivers: "links",
  polls: true,
  shapes: (modelId) =>
    /^recraft-ai\//.test(modelId)
      ? pixelsKnown(sizes("1024x1024", "1820x1024"))
      : // The model behind the id decides the pixels, whatever other hosts deliver by the same name.
        pixelsUnknown(RATIOS),
  options: (modelId) => optionsFor(modelId, OPTIONS),
  references: (modelId) => {
    const found = fieldOf(modelId);
    if (!found) return undefined;
    const { list: max = 1, mimeTypes, isRequired } = found;
    const bytes = { maxBytes: INLINE_BYTES, ...(max > 1 && { maxTotalBytes: INLINE_BYTES }) };
    return { max, ...(isRequired && { min: 1 }), mimeTypes, ...bytes };
  },
  referenceCall: (modelId, pictures) => {
    const { field = "image", list } = fieldOf(modelId) ?? {};
    if (field === "image") return undefined;
    const links = pictures.map(({ bytes, mimeType }) => `data:${mimeType};base64,${toBase64(bytes)}`);
    const value = list === undefined ? links[0] : links;
    return { providerOptions: { replicate: { [field]: value } }, replacesImages: true };
  },
  refusal: ({ status, says }) => {
    if (status === 402 || says(/insufficient credit/i)) return "credits_exhausted";
    return says(/\bNSFW content\b/i) ? "content_blocked" : undefined;
  },
  // A prediction that failed says why in one sentence of the model's own.
  isBlocked: (value) =>
    readField(value, "status") === "failed" &&
    /\b(?:NSFW|flagged as sensitive|content moderation|E005)\b/i.test(
      String(readField(value, "error") ?? ""),
    ),
};
