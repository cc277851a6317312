import * as z from "zod/mini";
import { count, id, isoDate } from "./atoms.js";

/** Credits that are left to whoever asks. */
export const creditsSchema = z.looseObject({
  /** Amount that is left, in `unit`. */
  left: count,
  /** Currency (ISO 4217) or another unit of account, such as "credits", as prices name it. */
  unit: id,
  /** Time at which they are filled up, in ISO 8601. */
  resetsAt: z.optional(isoDate),
});

/** Credits that are left to whoever asks. */
export type CatalogCredits = z.infer<typeof creditsSchema>;
