import { seedOption, stepsOption } from "./commonOptions.js";
import type { Provider } from "./Provider.js";
import { optionsFor } from "./ProviderOption.js";
import type { OptionsTable } from "./ProviderOption.js";
import { readField } from "./readField.js";
import { ANY_SIZE, pixelsUnknown, pixelsKnown } from "./sizes.js";

/** Its seeds are longer than 32 bits. */
const seed = seedOption({ maximum: Number.MAX_SAFE_INTEGER });
const SCHNELL = /^inference\.flux(?:-fast)?\.schnell\.txt2img\b/;
const OPTIONS: OptionsTable = [
  [SCHNELL, { seed, steps: stepsOption("prodia", "steps", 4) }],
  [/^inference\.sdxl\.txt2img\b/, { seed }],
];

/**
 * Prodia: one POST that waits for the job; the image stands beside the job in a multipart answer. The package leaves pictures
 * out without a word, so none are offered.
 */
export const prodia: Provider = {
  name: "Prodia",
  packageName: "@ai-sdk/prodia",
  matches: ({ provider }) => /^prodia\b/.test(provider),
  delivers: "bytes",
  polls: false,
  // Sides from 256 to 1920 are documented for FLUX schnell; other jobs have their own rules.
  shapes: (modelId) => (SCHNELL.test(modelId) ? pixelsKnown(ANY_SIZE) : pixelsUnknown(ANY_SIZE)),
  options: (modelId) => optionsFor(modelId, OPTIONS),
  // A job has no codes: its `error` is one sentence.
  refusal: ({ says }) =>
    says(/\bNSFW\b|\b(?:content|prompt|image) (?:was |has been )?(?:moderated|flagged)\b/i)
      ? "content_blocked"
      : undefined,
  reported: (metadata) => {
    const images = readField(readField(metadata, "prodia"), "images");
    const dollars = Array.isArray(images) ? readField(images[0], "dollars") : undefined;
    return typeof dollars === "number" && dollars >= 0.000001
      ? { amount: String(dollars), unit: "USD" }
      : undefined;
  },
};
