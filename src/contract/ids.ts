/** Modes of the prompt: written by hand, refined by a prompt model, or composed by it from upstream outputs. */
export const PROMPT_MODES = ["manual", "prompt_ai", "auto"] as const;
/** One of {@link PROMPT_MODES}. */
export type PromptMode = (typeof PROMPT_MODES)[number];

/** Aspect ratios of the image: 1:1, 16:9 and 9:16. */
export const ASPECT_RATIOS = ["square", "landscape", "portrait"] as const;
/** One of {@link ASPECT_RATIOS}. */
export type AspectRatio = (typeof ASPECT_RATIOS)[number];

/** Documented styles. A catalog may add a host's own, so a saved style is any string. */
export const STYLES = [
  "auto",
  "photorealistic",
  "digital_art",
  "oil_painting",
  "watercolor",
  "sketch",
  "anime",
  "3d_render",
  "minimalist",
  "cinematic",
] as const;
/** One of {@link STYLES}. */
export type Style = (typeof STYLES)[number];

/** The stages of a run, in order. */
export const RUN_STAGES = ["prompt", "image", "store"] as const;
/** A stage of a run. */
export type RunStage = (typeof RUN_STAGES)[number];

/** Whether a value is one of `PROMPT_MODES`. */
export function isPromptMode(value: unknown): value is PromptMode {
  return PROMPT_MODES.includes(value as PromptMode);
}

/** Whether a value is one of `ASPECT_RATIOS`. */
export function isAspectRatio(value: unknown): value is AspectRatio {
  return ASPECT_RATIOS.includes(value as AspectRatio);
}

/** Whether a value is one of the documented `STYLES`. */
export function isStyle(value: unknown): value is Style {
  return STYLES.includes(value as Style);
}
