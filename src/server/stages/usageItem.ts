import type { UsageItem } from "../../contract/index.js";
import type { ImageModelEntry, PromptModelEntry } from "../models/ModelEntry.js";

/** One line of what was spent. The amount is told only where the price is one figure, not a range. */
export function usageItem(
  kind: "image" | "prompt",
  model: string,
  { price }: ImageModelEntry | PromptModelEntry,
): UsageItem {
  if (!price || Number(price.min) !== Number(price.max)) return { kind, model };
  return { kind, model, amount: String(price.max), currency: price.currency };
}
