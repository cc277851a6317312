import type { ImageNodeConfig } from "image-generation-node/contract";

const SHAPES = { square: "1:1", landscape: "16:9", portrait: "9:16" } as const;

/** Writes a configuration into the node's inputs. `more` holds all of it, also what a later version adds. */
export function toInputs(config: ImageNodeConfig): Record<string, unknown> {
  return { text: config.prompt.template, shape: SHAPES[config.aspectRatio], more: config };
}
