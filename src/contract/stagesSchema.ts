import * as z from "zod/mini";
import { optionalText, text } from "./atoms.js";

/** Prompt at each step: as configured, with values, as written by the prompt model, as sent, as revised by the image model; and the host's rules for writing. */
export const stagesSchema = z.looseObject({
  template: z.optional(z.nullable(text)),
  resolved: z.optional(z.nullable(text)),
  written: z.optional(z.nullable(text)),
  sent: z.optional(z.nullable(text)),
  revised: z.optional(z.nullable(text)),
  guidance: z.optional(z.nullable(text)),
});

/** One line of the usage. `amount` is a decimal string in `currency`; `reported` is what the provider says it took. */
export const usageItemSchema = z.looseObject({
  kind: text,
  model: optionalText,
  amount: z.optional(z.union([text, z.number()])),
  currency: optionalText,
  reported: z.optional(z.looseObject({ amount: text, unit: text })),
});

/** Usage of a run, by line. */
export const usageSchema = z.looseObject({ items: z.array(usageItemSchema) });

/** Prompt at each step. */
export type Stages = z.infer<typeof stagesSchema>;
/** One line of the usage. */
export type UsageItem = z.infer<typeof usageItemSchema>;
/** Usage of a run. */
export type Usage = z.infer<typeof usageSchema>;
