import { qualityOption } from "./commonOptions.js";
import type { Provider } from "./Provider.js";
import { providerOption } from "./ProviderOption.js";
import type { ProviderOptions } from "./ProviderOption.js";
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
  const name = modelId.slice(modelId.lastIndexOf("/") + 1);
  if (/^dall-e-3/.test(name)) return sizes("1024x1024", "1792x1024");
  if (/^dall-e-2/.test(name)) return { square: { size: "1024x1024" } } as const;
  // Since 2.5, any size that is a multiple of 16.
  return /^gpt-image-(?:2\.[5-9]|[3-9]|\d\d)/.test(name) ? ANY_SIZE : THREE_SIZES;
}

/** Finds the settings of OpenAI's models by id, wherever they are offered under the name "openai". */
export function openaiOptions(modelId: string): ProviderOptions {
  const name = modelId.slice(modelId.lastIndexOf("/") + 1);
  if (/^dall-e-3/.test(name)) return { quality: qualityOption("openai", ["standard", "hd"]) };
  if (!/^(?:gpt-image-\d|chatgpt-image-)/.test(name)) return {};
  const finest = /^gpt-image-2\.5(?!\d)/.test(name) ? ["xhigh", "max"] : [];
  return {
    quality: qualityOption("openai", ["auto", "low", "medium", "high", ...finest]),
    // The later generations refuse a transparent one.
    ...(/^gpt-image-1(?!\d)/.test(name) && { background: BACKGROUND }),
    ...(/^gpt-image-2\.6(?!\d)/.test(name) && { complexity: COMPLEXITY }),
  };
}
