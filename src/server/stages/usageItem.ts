import type { Price, UsageItem } from "../../contract/index.js";
import type { ReportedAmount } from "../models/providers/Provider.js";

/**
 * Makes one line of the usage. It has an amount only where the price is one figure, not a range; what the provider says it
 * took stands beside it.
 */
export function usageItem(
  kind: "image" | "prompt",
  model: string,
  price: Price | null | undefined,
  reported: ReportedAmount | null = null,
): UsageItem {
  const said = reported && { reported: { ...reported } };
  if (!price || Number(price.min) !== Number(price.max)) return { kind, model, ...said };
  return { kind, model, amount: String(price.max), currency: price.currency, ...said };
}
