import type { Provider } from "./Provider.js";
import { ANY_SIZE, THREE_SIZES, pixelsKnown, sizes } from "./sizes.js";

/** OpenAI. */
export const openai: Provider = {
  name: "OpenAI",
  packageName: "@ai-sdk/openai",
  matches: ({ provider }) => /^openai\b/.test(provider),
  delivers: "bytes",
  polls: false,
  shapes: (modelId) => pixelsKnown(openaiSizes(modelId)),
};

/** Finds the sizes of OpenAI's models by id, wherever they are offered. Others get the three that every one takes. */
export function openaiSizes(modelId: string) {
  const name = modelId.slice(modelId.lastIndexOf("/") + 1);
  if (/^dall-e-3/.test(name)) return sizes("1024x1024", "1792x1024");
  if (/^dall-e-2/.test(name)) return { square: { size: "1024x1024" } } as const;
  // Since 2.5, any size that is a multiple of 16.
  return /^gpt-image-(?:2\.[5-9]|[3-9]|\d\d)/.test(name) ? ANY_SIZE : THREE_SIZES;
}
