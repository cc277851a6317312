import type { ImageNodeConfig, PromptConfig } from "./imageNodeConfigSchema.js";

/** Overrides for {@link createImageNodeConfig}: any part of a configuration. */
export type ImageNodeConfigOverrides = Partial<Omit<ImageNodeConfig, "prompt">> & {
  prompt?: Partial<PromptConfig> | undefined;
};

/**
 * Creates a configuration with the defaults: manual, empty texts, the catalog's default models, square, style "auto".
 *
 * @param overrides parts that differ from the defaults; unknown keys are kept.
 *
 * @example
 * const config = createImageNodeConfig({ aspectRatio: "landscape", prompt: { template: "{{ agent.output.title }}" } });
 */
export function createImageNodeConfig(overrides: ImageNodeConfigOverrides = {}): ImageNodeConfig {
  return {
    version: 1,
    imageModel: null,
    promptModel: null,
    aspectRatio: "square",
    style: "auto",
    ...overrides,
    prompt: { mode: "manual", template: "", instructions: "", ...overrides.prompt },
  };
}
