import type { Provider } from "./Provider.js";
import { readField } from "./readField.js";
import { ANY_SIZE, pixelsUnknown, pixelsKnown } from "./sizes.js";

/** Prodia: one POST that waits for the job; the image stands beside the job in a multipart answer. */
export const prodia: Provider = {
  name: "Prodia",
  packageName: "@ai-sdk/prodia",
  matches: ({ provider }) => /^prodia\b/.test(provider),
  delivers: "bytes",
  polls: false,
  // Sides from 256 to 1920 are documented for FLUX schnell; other jobs have their own rules.
  shapes: (modelId) =>
    /^inference\.flux(?:-fast)?\.schnell\.txt2img\b/.test(modelId)
      ? pixelsKnown(ANY_SIZE)
      : pixelsUnknown(ANY_SIZE),
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
