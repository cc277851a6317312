import type { SettingValue } from "../../contract/index.js";

/** Values of a model's settings by name: those of the configuration, and the defaults of the others. */
export type SettingValues = Readonly<Record<string, SettingValue>>;

/** Part of the AI SDK's call that a model's settings decide. */
export interface ImageCall {
  /** Seed, for a model that draws the same image for the same seed. */
  seed?: number | undefined;
  /** Pixels to ask for instead of the shape's own, such as "2048x2048". The image is cropped to the aspect ratio. */
  size?: `${number}x${number}` | undefined;
  /** Ratio to ask for instead of the shape's own, such as "16:9". */
  aspectRatio?: `${number}:${number}` | undefined;
  /** Options for the provider, by its name, as the AI SDK takes them. */
  providerOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}
