import type { Provider } from "./Provider.js";
import { openaiReferences, openaiSizes } from "./openai.js";
import { readField } from "./readField.js";
import { pixelsUnknown, sizes } from "./sizes.js";

/** Sizes that proxies turn into the ratios 1:1, 16:9 and 9:16 of Google's models. */
const AS_RATIOS = sizes("1024x1024", "1792x1024");

/**
 * Any service that speaks OpenAI's format, such as LiteLLM or LocalAI, under a name of the host's choice. Its model sends a
 * `size` and nothing else, whatever model is behind it, and which pixels come is that service's affair.
 */
export const openaiCompatible: Provider = {
  name: "OpenAI-compatible services",
  packageName: "@ai-sdk/openai-compatible",
  matches: ({ className }) => className === "OpenAICompatibleImageModel",
  delivers: "either",
  polls: false,
  shapes: (modelId) =>
    pixelsUnknown(/gemini|imagen|nano-banana/i.test(modelId) ? AS_RATIOS : openaiSizes(modelId)),
  // What another model behind a proxy takes is not known.
  references: openaiReferences,
  refusal: ({ status, body, hasCode, says }) => {
    // LiteLLM names the class of the error in its sentence, and OpenRouter lists its reasons.
    const reasons = readField(readField(readField(body, "error"), "metadata"), "reasons");
    if (says(/\bContentPolicyViolationError\b/) || (status === 403 && Array.isArray(reasons)))
      return "content_blocked";
    return hasCode(/^(?:budget_exceeded|insufficient_user_quota)$/) ? "credits_exhausted" : undefined;
  },
};
