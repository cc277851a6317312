import * as z from "zod/mini";
import { optionalText, text } from "./atoms.js";
import { imageNodeConfigSchema } from "./imageNodeConfigSchema.js";
import { inputReferenceSchema } from "./referenceSchema.js";

const index = z.number().check(z.int(), z.nonnegative());

/** Place of a generation in a workflow. `iteration` is the path of loop indexes, outermost first. */
export const generationContextSchema = z.looseObject({
  /** Id of the workflow run, by which a back end may load variables. */
  workflowRunId: optionalText,
  /** Id of the node. */
  nodeId: optionalText,
  /** Slug of the node. */
  nodeSlug: optionalText,
  /** Name of the node as people see it. */
  nodeName: optionalText,
  /** Indexes of the loops around the node, outermost first. */
  iteration: z.optional(z.array(index)),
  /** Number of the repeat, from 0 on. */
  attempt: z.optional(index),
  /** Number among several images that were asked for at once, from 1 on. */
  variation: z.optional(z.number().check(z.int(), z.positive())),
});

/**
 * Replacements of stages: `resolved` the template resolution, `written` the prompt stage; both are never parsed. `references`
 * replaces those of the configuration.
 */
export const generationInputSchema = z.looseObject({
  /** Finished text, in place of resolving the template. */
  resolved: optionalText,
  /** Finished prompt, in place of the prompt stage. */
  written: optionalText,
  /** Pictures, in order, in place of those that `config.references` leads to. */
  references: z.optional(z.array(inputReferenceSchema)),
});

/** The body of `POST /generations` and `POST /prompts`. `variables: null` means "by reference" (`context.workflowRunId`). */
export const generationRequestSchema = z.looseObject({
  /** Configuration of the node. */
  config: imageNodeConfigSchema,
  /** Outputs of earlier nodes by slug; `null` where the back end loads them by `context.workflowRunId`. */
  variables: z.optional(z.nullable(z.record(text, z.unknown()))),
  /** Replacements of stages. */
  input: z.optional(generationInputSchema),
  /** Place of the run in a workflow. */
  context: z.optional(generationContextSchema),
});

/** Place of a generation in a workflow. */
export type GenerationContext = z.infer<typeof generationContextSchema>;
/** Replacements of stages. */
export type GenerationInput = z.infer<typeof generationInputSchema>;
/** The body of `POST /generations` and `POST /prompts`. */
export type GenerationRequest = z.infer<typeof generationRequestSchema>;
