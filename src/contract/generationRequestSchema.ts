import * as z from "zod/mini";
import { optionalText, text } from "./atoms.js";
import { imageNodeConfigSchema } from "./imageNodeConfigSchema.js";

const index = z.number().check(z.int(), z.nonnegative());

/** Place of a generation in a workflow. `iteration` is the path of loop indexes, outermost first. */
export const generationContextSchema = z.looseObject({
  workflowRunId: optionalText,
  nodeId: optionalText,
  nodeSlug: optionalText,
  nodeName: optionalText,
  iteration: z.optional(z.array(index)),
  attempt: z.optional(index),
});

/** Literal texts that replace a stage: `resolved` the template resolution, `written` the prompt stage. Never parsed. */
export const generationInputSchema = z.looseObject({
  resolved: optionalText,
  written: optionalText,
});

/** The body of `POST /generations` and `POST /prompts`. `variables: null` means "by reference" (`context.workflowRunId`). */
export const generationRequestSchema = z.looseObject({
  config: imageNodeConfigSchema,
  variables: z.optional(z.nullable(z.record(text, z.unknown()))),
  input: z.optional(generationInputSchema),
  context: z.optional(generationContextSchema),
});

/** Place of a generation in a workflow. */
export type GenerationContext = z.infer<typeof generationContextSchema>;
/** Literal texts that replace a stage. */
export type GenerationInput = z.infer<typeof generationInputSchema>;
/** The body of `POST /generations` and `POST /prompts`. */
export type GenerationRequest = z.infer<typeof generationRequestSchema>;
