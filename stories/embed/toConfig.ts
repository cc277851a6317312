import { parseImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { language } from "./language.js";

/** Reads the node's inputs as a configuration. Never throws: what is missing or old becomes a default. */
export function toConfig({ text, shape, more }: Readonly<Record<string, unknown>>): ImageNodeConfig {
  const { config } = parseImageNodeConfig(more, { language });
  const prompt = { ...config.prompt, template: text ?? "" };
  return parseImageNodeConfig({ ...config, prompt, aspectRatio: shape }, { language }).config;
}
