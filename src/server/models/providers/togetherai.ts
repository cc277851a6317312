import type { Provider } from "./Provider.js";
import { pixelsUnknown, pixelsKnown, sizes } from "./sizes.js";

/** The widest size that is documented for all of its models; each of them is a square. */
const SQUARES = sizes("1024x1024", "1024x1024");

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
