import type { ReferenceLimits } from "../ModelEntry.js";
import { resolutionSetting } from "./commonOptions.js";
import { generic } from "./generic.js";
import type { Provider, ProviderShapes, Refusal } from "./Provider.js";
import type { ProviderOptions } from "./ProviderOption.js";
import type { ProviderAnswer } from "./readAnswer.js";
import { ANY_PICTURE, referencesFor } from "./referencesFor.js";
import type { ReferencesTable } from "./referencesFor.js";
import { RATIOS, pixelsUnknown, pixelsKnown, ratiosWithPixels } from "./sizes.js";
import { someMember } from "./someMember.js";

/** Google's Gemini API. */
export const google: Provider = {
  name: "Google",
  packageName: "@ai-sdk/google",
  // A host may give its provider another name.
  matches: ({ provider, className }) =>
    !/^google\.vertex\b/.test(provider) &&
    (/^google\b/.test(provider) || /^Google(?:Image|Language)Model$/.test(className)),
  delivers: "bytes",
  polls: false,
  shapes: googleShapes,
  options: (modelId) => googleOptions(modelId, "google"),
  references: googleReferences,
  refusal: readGoogleRefusal,
  isBlocked: isBlockedByGoogle,
};

const SQUARE = { width: 1024, height: 1024 };

/** Finds the shapes of Google's models by id. Later Gemini models have a setting of their own for the pixels. */
export function googleShapes(modelId: string): ProviderShapes {
  if (/(?:^|\/)imagen-/.test(modelId))
    return pixelsKnown(ratiosWithPixels(SQUARE, { width: 1408, height: 768 }));
  return /(?:^|\/)gemini-2\.5-flash-image/.test(modelId)
    ? pixelsKnown(ratiosWithPixels(SQUARE, { width: 1344, height: 768 }))
    : pixelsUnknown(RATIOS);
}

/**
 * Finds the settings of Google's models by id. Gemini's image models draw another picture for the same seed, and the
 * package has no other kind.
 */
export function googleOptions(modelId: string, provider: string): ProviderOptions {
  const values = resolutionsOf(modelId);
  if (values.length === 0) return {};
  const call: ProviderOptions[string]["call"] = (imageSize) => ({
    providerOptions: { [provider]: { imageConfig: { imageSize } } },
  });
  return { resolution: { setting: resolutionSetting(values), call } };
}

// A request is 20 MB at most, text included. As base64, 14 MB of pictures are 18.7 MB of it.
const INLINE = { mimeTypes: ANY_PICTURE, maxBytes: 7_000_000, maxTotalBytes: 14_000_000 } as const;
const REFERENCES: ReferencesTable = [
  [/(?:^|\/)gemini-3(?:\.\d)?-(?:pro|flash)-image/, { max: 14, ...INLINE }],
  // Its successor is known to take pictures; how many is not said.
  [/(?:^|\/)gemini-(?:2\.5-flash-image|nano-banana-)/, { max: 3, ...INLINE }],
];

/** Finds the pictures that Google's models take by id. They stand inline in the request. */
export function googleReferences(modelId: string): ReferenceLimits | undefined {
  return referencesFor(modelId, REFERENCES);
}

function resolutionsOf(modelId: string): readonly string[] {
  if (/(?:^|\/)gemini-3-pro-image/.test(modelId)) return ["1K", "2K", "4K"];
  return /(?:^|\/)gemini-3\.1-flash-image/.test(modelId) ? ["512", "1K", "2K", "4K"] : [];
}

/** Names a refusal by Google's statuses and reasons. */
export function readGoogleRefusal({ status, body, hasCode, says }: ProviderAnswer): Refusal | undefined {
  if (says(/violates? Google's Responsible AI practices/i)) return "content_blocked";
  if (hasCode(/^BILLING_DISABLED$/)) return "credits_exhausted";
  // A country or a plan that the model is not offered to.
  if (hasCode(/^FAILED_PRECONDITION$/)) return "provider_misconfigured";
  if (status !== 429) return undefined;
  // Every limit's text names the billing; only one that does not pass by itself says no time.
  const passes = someMember(body, (key) => key === "retryDelay");
  return !passes && says(/\bcredits are depleted|\bspend(?:ing)? cap\b/i)
    ? "credits_exhausted"
    : "rate_limited";
}

/** Checks whether an answer of Gemini or its metadata says that a filter took the image. */
export function isBlockedByGoogle(value: unknown): boolean {
  const isOwn = (key: string, member: unknown) =>
    (key === "finishReason" && /RECITATION|MODEL_ARMOR/.test(String(member))) ||
    (key === "blocked" && member === true);
  // One rating may be blocked beside an image that came all the same.
  if (someMember(value, (key) => key === "inlineData" || key === "bytesBase64Encoded")) return false;
  return someMember(value, isOwn) || generic.isBlocked?.(value) === true;
}
