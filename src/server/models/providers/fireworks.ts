import { isModerated } from "./blackForestLabs.js";
import type { Provider } from "./Provider.js";
import { someMember } from "./someMember.js";
import { RATIOS, pixelsUnknown, pixelsKnown, sizes } from "./sizes.js";

const BY_SIZE = /\/(?:playground-v2|japanese-stable-diffusion-xl|stable-diffusion-xl-1024|SSD-1B)/;
const KONTEXT = /\/flux-kontext-/;

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
  refusal: ({ status, body, says }) => {
    if (isModerated(body)) return "content_blocked";
    return status === 412 && says(/\bis suspended\b/) ? "credits_exhausted" : undefined;
  },
  // A filtered image arrives as any other; a header beside it says what it is.
  isBlocked: (value) =>
    isModerated(value) ||
    someMember(value, (key, member) => /^finish-?reason$/i.test(key) && member === "CONTENT_FILTERED"),
};
