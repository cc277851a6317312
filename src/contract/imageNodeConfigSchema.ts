import * as z from "zod/mini";
import { id, text } from "./atoms.js";
import { ASPECT_RATIOS, PROMPT_MODES } from "./ids.js";
import { isBag } from "./isBag.js";
import type { Reference } from "./referenceSchema.js";

/** Prompt of a configuration. Both texts are kept when the mode changes. */
export const promptConfigSchema = z.looseObject({
  /** Source of the prompt: written by hand, refined by a prompt model, or composed by it from upstream outputs. */
  mode: z.enum(PROMPT_MODES),
  /** Text of Manual mode, with variables. */
  template: text,
  /** Instructions for the prompt model in Prompt AI mode, with variables. */
  instructions: text,
});

/**
 * The saved configuration of one node. Unknown keys pass through untouched; models and styles are open ids, because
 * a catalog changes while a saved workflow stays. `settings` holds values by name for every model: one that the chosen
 * model does not have is kept and not used. `references` stay too where the model takes none; a run is then refused.
 */
export const imageNodeConfigSchema = z.looseObject({
  /** Version of the shape, always 1. */
  version: z.literal(1),
  /** Mode and texts. */
  prompt: promptConfigSchema,
  /** Id of the image model, or `null` for the workspace's default. */
  imageModel: z.nullable(id),
  /** Id of the prompt model, or `null` for the workspace's default. */
  promptModel: z.nullable(id),
  /** Shape of the image. */
  aspectRatio: z.enum(ASPECT_RATIOS),
  /** Id of the style; "auto" adds no words to the prompt. */
  style: id,
  // Judged by name against the model: walking through all of them here would cost more than that.
  /** Values of models' settings, by name. */
  settings: z.optional(z.custom<Record<string, unknown>>(isBag)),
  // Judged one by one by findReferenceFaults, so that a malformed one spoils no saved configuration.
  /** Pictures that the model gets, in order. */
  references: z.optional(z.custom<readonly Reference[]>(Array.isArray)),
});

/** The prompt part of {@link ImageNodeConfig}. */
export type PromptConfig = z.infer<typeof promptConfigSchema>;

/** The saved configuration of one node, stored by the host inside its workflow. */
export type ImageNodeConfig = z.infer<typeof imageNodeConfigSchema>;
