import { UNSIGNED_32_BITS, guidanceOption, seedOption, stepsOption } from "./commonOptions.js";
import type { Provider } from "./Provider.js";
import { optionsFor } from "./ProviderOption.js";
import type { OptionsTable } from "./ProviderOption.js";
import { readField } from "./readField.js";
import { PNG_OR_JPEG, referencesFor } from "./referencesFor.js";
import type { ReferencesTable } from "./referencesFor.js";
import { RATIOS, pixelsUnknown, pixelsKnown, ratiosWithPixels } from "./sizes.js";

/** Models that take a ratio; all others take pixels, and leave a ratio unread. */
const BY_RATIO = /^flux-(?:kontext|pro-1\.1-ultra|pro-1\.0-fill)/;
/** Within the bounds of both generations: multiples of 32, and no more than one megapixel is paid. */
const PIXELS = ratiosWithPixels({ width: 1024, height: 1024 }, { width: 1344, height: 768 });

const NAME = "blackForestLabs";
const seed = seedOption({ maximum: UNSIGNED_32_BITS });
const steps = stepsOption(NAME, "steps", 50);
const guidance = (maximum: number) => guidanceOption(NAME, "guidance", { minimum: 1.5, maximum });
/** The others of its models choose steps and guidance themselves; every one takes a seed. */
const OPTIONS: OptionsTable = [
  [/^flux-2-flex/, { seed, steps, guidance: guidance(10) }],
  [/^flux-(?:dev|pro)$/, { seed, steps, guidance: guidance(5) }],
  [/^flux-pro-1\.0-fill/, { seed, steps: stepsOption(NAME, "steps", 50, 15), guidance: guidance(100) }],
  [/^flux-/, { seed }],
];

const BOUNDS = { mimeTypes: PNG_OR_JPEG, maxBytes: 20_000_000, maxPixels: 20_000_000 } as const;
/**
 * The package sends up to ten. The service has eight places, four for the small and the older models, and says nothing of
 * more. The others take pictures in places that the package does not fill.
 */
const REFERENCES: ReferencesTable = [
  [/^flux-(?:2-klein|kontext-(?:pro|max)$)/, { max: 4, ...BOUNDS }],
  [/^flux-2-(?:pro|max|flex)/, { max: 8, ...BOUNDS }],
];

/** Black Forest Labs: a task is submitted, polled by a link, and its image downloaded. */
export const blackForestLabs: Provider = {
  name: "Black Forest Labs",
  packageName: "@ai-sdk/black-forest-labs",
  matches: ({ provider }) => /^(?:black-?forest-?labs|bfl)\b/i.test(provider),
  delivers: "links",
  polls: true,
  shapes: (modelId) => (BY_RATIO.test(modelId) ? pixelsUnknown(RATIOS) : pixelsKnown(PIXELS)),
  settings: (modelId, asked) =>
    "aspectRatio" in asked && asked.pixels && !BY_RATIO.test(modelId)
      ? { blackForestLabs: { ...asked.pixels } }
      : undefined,
  options: (modelId) => optionsFor(modelId, OPTIONS),
  references: (modelId) => referencesFor(modelId, REFERENCES),
  refusal: ({ body }) => (isModerated(body) ? "content_blocked" : undefined),
  isBlocked: isModerated,
  reported: (metadata) => {
    const images = readField(readField(metadata, "blackForestLabs"), "images");
    const cost = readField(Array.isArray(images) ? images[0] : undefined, "cost");
    return typeof cost === "number" ? { amount: String(cost), unit: "credits" } : undefined;
  },
};

/** Checks whether a task ended by moderation, of its prompt or of its image. */
export function isModerated(task: unknown): boolean {
  const status = readField(task, "status") ?? readField(task, "state");
  return status === "Request Moderated" || status === "Content Moderated";
}
