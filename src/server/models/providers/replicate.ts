import type { Provider } from "./Provider.js";
import { readField } from "./readField.js";
import { RATIOS, pixelsUnknown, pixelsKnown, sizes } from "./sizes.js";

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
