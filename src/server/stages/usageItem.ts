import type { UsageItem } from "../../contract/index.js";
import type { ModelEntry } from "../models/ModelEntry.js";

/** Makes one line of the usage. It has an amount only where the price is one figure, not a range. */
export function usageItem(
  kind: "image" | "prompt",
  model: string,
  { price }: Pick<ModelEntry, "price">,
): UsageItem {
  if (!price || Number(price.min) !== Number(price.max)) return { kind, model };
  return { kind, model, amount: String(price.max), currency: price.currency };
}
