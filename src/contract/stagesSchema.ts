import * as z from "zod/mini";
import { optionalText, text } from "./atoms.js";

/** The prompt on its way: as configured, with values, as written by the prompt model, as sent, as revised by the image model. */
export const stagesSchema = z.looseObject({
  template: z.optional(z.nullable(text)),
  resolved: z.optional(z.nullable(text)),
  written: z.optional(z.nullable(text)),
  sent: z.optional(z.nullable(text)),
  revised: z.optional(z.nullable(text)),
});

/** One line of what was spent. `amount` is a decimal string in `currency`. */
export const usageItemSchema = z.looseObject({
  kind: text,
  model: optionalText,
  amount: z.optional(z.union([text, z.number()])),
  currency: optionalText,
});

/** What was spent, by line. */
export const usageSchema = z.looseObject({ items: z.array(usageItemSchema) });

/** The prompt on its way. */
export type Stages = z.infer<typeof stagesSchema>;
/** One line of what was spent. */
export type UsageItem = z.infer<typeof usageItemSchema>;
/** What was spent. */
export type Usage = z.infer<typeof usageSchema>;
