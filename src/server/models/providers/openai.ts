import type { ReferenceLimits } from "../ModelEntry.js";
import { qualityOption } from "./commonOptions.js";
import type { Provider } from "./Provider.js";
import { providerOption } from "./ProviderOption.js";
import type { ProviderOptions } from "./ProviderOption.js";
import { ANY_PICTURE } from "./referencesFor.js";
import { ANY_SIZE, THREE_SIZES, pixelsKnown, sizes } from "./sizes.js";

/** OpenAI. */
export const openai: Provider = {
  name: "OpenAI",
  packageName: "@ai-sdk/openai",
  matches: ({ provider }) => /^openai\b/.test(provider),
  delivers: "bytes",
  polls: false,
  shapes: (modelId) => pixelsKnown(openaiSizes(modelId)),
  options: openaiOptions,
  references: openaiReferences,
};

const BACKGROUND = providerOption("openai", "background", {
  type: "string",
  enum: ["auto", "transparent", "opaque"],
  title: "Background",
});
const COMPLEXITY = providerOption("openai", "complexity", {
  type: "string",
  enum: ["low", "medium", "high"],
  title: "Complexity",
  description: "Decides how many details the picture has.",
  advanced: true,
});

/** Finds the sizes of OpenAI's models by id, wherever they are offered. Others get the three that every one takes. */
export function openaiSizes(modelId: string) {
  const name = nameOf(modelId);
  if (/^dall-e-3/.test(name)) return sizes("1024x1024", "1792x1024");
  if (/^dall-e-2/.test(name)) return { square: { size: "1024x1024" } } as const;
  // Since 2.5, any size that is a multiple of 16.
  return /^gpt-image-(?:2\.[5-9]|[3-9]|\d\d)/.test(name) ? ANY_SIZE : THREE_SIZES;
}

/** Finds the pictures that OpenAI's models take by id. DALL-E 3 would be sent them, and refuse; DALL-E 2 takes squares alone. */
export function openaiReferences(modelId: string): ReferenceLimits | undefined {
  return isGptImage(nameOf(modelId)) ? { max: 16, mimeTypes: ANY_PICTURE, maxBytes: 50_000_000 } : undefined;
}

/** Finds the settings of OpenAI's models by id, wherever they are offered under the name "openai". */
export function openaiOptions(modelId: string): ProviderOptions {
  const name = nameOf(modelId);
  if (/^dall-e-3/.test(name)) return { quality: qualityOption("openai", ["standard", "hd"]) };
  if (!isGptImage(name)) return {};
  const finest = /^gpt-image-2\.5(?!\d)/.test(name) ? ["xhigh", "max"] : [];
  return {
    quality: qualityOption("openai", ["auto", "low", "medium", "high", ...finest]),
    // The later generations refuse a transparent one.
    ...(/^gpt-image-1(?!\d)/.test(name) && { background: BACKGROUND }),
    ...(/^gpt-image-2\.6(?!\d)/.test(name) && { complexity: COMPLEXITY }),
  };
}

function isGptImage(name: string): boolean {
  return /^(?:gpt-image-\d|chatgpt-image-)/.test(name);
}

function nameOf(modelId: string): string {
  return modelId.slice(modelId.lastIndexOf("/") + 1);
}
