import { isEqualJson } from "../internal/isEqualJson.js";
import type { ImageNodeConfig } from "./imageNodeConfigSchema.js";
import type { PinnedImage } from "./pinnedImageSchema.js";

/**
 * Tells whether a pinned image was made with the settings of a configuration: mode, its text, models, shape, style,
 * settings of the model and pictures that it takes. What the mode does not use does not count, nor do the values of variables.
 *
 * @param config configuration as a person chose it, before `pickSettings`
 * @returns `null` where the configuration of the pinned image is not known: then nothing can be claimed
 *
 * @example
 * if (isMadeWith(pinned, node.config) === false) warn("The pinned picture was made with other settings.");
 */
export function isMadeWith(pinned: PinnedImage, config: ImageNodeConfig): boolean | null {
  return pinned.config ? isEqualJson(pickUsed(pinned.config), pickUsed(config)) : null;
}

/** Picks what a run of a configuration uses. */
function pickUsed(config: ImageNodeConfig): object {
  const { prompt, imageModel, promptModel, aspectRatio, style, settings = {}, references = [] } = config;
  const { mode } = prompt;
  const manual = { mode, text: prompt.template };
  const written = { mode, promptModel, ...(mode === "prompt_ai" && { text: prompt.instructions }) };
  return { ...(mode === "manual" ? manual : written), imageModel, aspectRatio, style, settings, references };
}
