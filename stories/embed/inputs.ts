import { parseImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { language } from "./language.js";

const SHAPES = { square: "1:1", landscape: "16:9", portrait: "9:16" } as const;

/** Reads the node's inputs as a configuration. Never throws: what is missing or old becomes a default. */
export function toConfig({ text, shape, more }: Readonly<Record<string, unknown>>): ImageNodeConfig {
  const { config } = parseImageNodeConfig(more, { language });
  const prompt = { ...config.prompt, template: text ?? "" };
  return parseImageNodeConfig({ ...config, prompt, aspectRatio: shape }, { language }).config;
}

/** Writes a configuration into the node's inputs. `more` holds all of it, also what a later version adds. */
export function toInputs(config: ImageNodeConfig): Record<string, unknown> {
  return { text: config.prompt.template, shape: SHAPES[config.aspectRatio], more: config };
}
