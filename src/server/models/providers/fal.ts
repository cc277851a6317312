import { isFlagged } from "./generic.js";
import type { Provider } from "./Provider.js";
import { RATIOS, pixelsUnknown, pixelsKnown, ratiosWithPixels } from "./sizes.js";

/** Endpoints whose pixels are those of fal's own presets. */
const BY_PRESET =
  /\/(?:flux\/(?:dev|schnell|krea)|flux-lora|flux-pro\/v1\.1|fast-sdxl|hyper-sdxl|stable-diffusion-(?:3\.5|v35)-large)$/;
/** Endpoints that take a ratio. The package sends every model a preset, which these leave unread. */
const BY_RATIO = /\/(?:flux-pro\/(?:v1\.1-ultra|kontext)|ideogram\/v2|imagen\d|luma-photon|nano-banana)/;

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
