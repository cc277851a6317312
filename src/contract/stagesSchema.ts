import * as z from "zod/mini";
import { optionalText, text } from "./atoms.js";

/** Prompt at each step: as configured, with values, as written by the prompt model, as sent, as revised by the image model; and the host's rules for writing. */
export const stagesSchema = z.looseObject({
  /** Text as configured, with variables. */
  template: z.optional(z.nullable(text)),
  /** Text with the values filled in. */
  resolved: z.optional(z.nullable(text)),
  /** Text that the prompt model wrote. */
  written: z.optional(z.nullable(text)),
  /** Text that the image model got. */
  sent: z.optional(z.nullable(text)),
  /** Text that the image model says it used. */
  revised: z.optional(z.nullable(text)),
  /** Host's rules for writing, which the prompt model got. */
  guidance: z.optional(z.nullable(text)),
});

/** One line of the usage. `amount` is a decimal string in `currency`; `reported` is what the provider says it took. */
export const usageItemSchema = z.looseObject({
  /** Kind of the spending: "image", "prompt", or another that the back end names. */
  kind: text,
  /** Id of the model. */
  model: optionalText,
  /** Amount in `currency`. */
  amount: z.optional(z.union([text, z.number()])),
  /** Currency (ISO 4217), or another unit of account. */
  currency: optionalText,
  /** Amount that the provider says it took, in its own unit. */
  reported: z.optional(
    z.looseObject({
      /** Decimal number. */
      amount: text,
      /** Unit of the amount, such as tokens or credits. */
      unit: text,
    }),
  ),
});

/** Usage of a run, by line. */
export const usageSchema = z.looseObject({
  /** Lines of the spending. */
  items: z.array(usageItemSchema),
});

/** Prompt at each step. */
export type Stages = z.infer<typeof stagesSchema>;
/** One line of the usage. */
export type UsageItem = z.infer<typeof usageItemSchema>;
/** Usage of a run. */
export type Usage = z.infer<typeof usageSchema>;
