import { amazonBedrock } from "./amazonBedrock.js";
import { blackForestLabs } from "./blackForestLabs.js";
import { bytedance } from "./bytedance.js";
import { google } from "./google.js";
import { openai } from "./openai.js";
import type { Provider, ProviderShapes } from "./Provider.js";
import type { ProviderOptions } from "./ProviderOption.js";
import { readField } from "./readField.js";
import { RATIOS, pixelsUnknown, pixelsKnown, sizes } from "./sizes.js";
import { xai } from "./xai.js";

/** Vendor as the gateway needs to know it: a file of its own, or less. */
type Vendor = Pick<Provider, "shapes" | "isBlocked" | "options" | "references">;

/** Vendors by the word before the slash of an id. The gateway hands on to them what it is asked for. */
const VENDORS: ReadonlyMap<string, Vendor> = new Map<string, Vendor>([
  // The options of these two have another name by service and by version. A seed is the SDK's own.
  ["amazon", { ...amazonBedrock, options: (name) => seedOf(amazonBedrock, name) }],
  ["bfl", blackForestLabs],
  ["bytedance", bytedance],
  ["google", { ...google, options: () => ({}) }],
  ["openai", openai],
  ["recraft", { shapes: recraftShapes }],
  ["spacexai", xai],
  ["xai", xai],
]);

/** AI Gateway of Vercel, which a model that is an id alone belongs to as well. */
export const gateway: Provider = {
  name: "Vercel AI Gateway",
  packageName: "@ai-sdk/gateway",
  matches: ({ provider }) => /^gateway\b/.test(provider),
  delivers: "bytes",
  polls: false,
  shapes: (modelId) => {
    const [vendor, name] = vendorOf(modelId);
    return vendor?.shapes(name) ?? pixelsUnknown(RATIOS);
  },
  options: (modelId) => {
    const [vendor, name] = vendorOf(modelId);
    return vendor?.options?.(name) ?? {};
  },
  references: (modelId) => {
    const [vendor, name] = vendorOf(modelId);
    return vendor?.references?.(name);
  },
  refusal: ({ hasCode }) => {
    // Without a card the free credits stay locked.
    if (hasCode(/^customer_verification_required$/)) return "credits_exhausted";
    return hasCode(/^rate_limit_exceeded$/) ? "rate_limited" : undefined;
  },
  // Its metadata carries the vendor's own.
  isBlocked: (value) => {
    const images = readField(value, "images");
    const hasImage = Array.isArray(images) && images.some((image) => typeof image === "string");
    return !hasImage && [...VENDORS.values()].some((vendor) => vendor.isBlocked?.(value));
  },
  reported: (metadata) => {
    const cost = readField(readField(metadata, "gateway"), "cost");
    const amount = typeof cost === "number" ? String(cost) : cost;
    return typeof amount === "string" && /^\d+(?:\.\d+)?$/.test(amount) ? { amount, unit: "USD" } : undefined;
  },
};

function vendorOf(modelId: string): readonly [vendor: Vendor | undefined, name: string] {
  const [, vendor = "", name = ""] = /^([^/]+)\/(.+)$/.exec(modelId) ?? [];
  return [VENDORS.get(vendor), name];
}

function seedOf({ options }: Vendor, name: string): ProviderOptions {
  const seed = options?.(name).seed;
  return seed ? { seed } : {};
}

/** Finds the sizes of Recraft's models, which no package of its own offers. */
function recraftShapes(name: string): ProviderShapes {
  if (/^recraft-v[23]\b/.test(name)) return pixelsKnown(sizes("1024x1024", "1820x1024"));
  return pixelsKnown(/-pro$/.test(name) ? sizes("2048x2048", "2688x1536") : sizes("1024x1024", "1344x768"));
}
