import type { ConditionalPrice, Price } from "./catalogSchema.js";

/** Price of a model, or its prices by settings. */
export type ModelPrice = Price | readonly ConditionalPrice[] | undefined;

/**
 * Finds the list price of a model: where it depends on settings, the span from the least to the greatest. `null` where
 * none is known, and where the prices differ in currency.
 */
export function listPrice({ price }: { readonly price?: ModelPrice }): Price | null {
  return isList(price) ? spanPrices(price) : (price ?? null);
}

/** Spans prices from the least to the greatest; `null` for none, and where they differ in currency. */
export function spanPrices(prices: readonly ConditionalPrice[]): Price | null {
  const [first] = prices;
  if (!first || prices.some(({ currency }) => currency !== first.currency)) return null;
  const { when: _when, ...span } = first;
  for (const { min, max } of prices) {
    if (Number(min) < Number(span.min)) span.min = min;
    if (Number(max) > Number(span.max)) span.max = max;
  }
  return span;
}

/** Checks whether a price depends on settings. */
export function isList(price: ModelPrice): price is readonly ConditionalPrice[] {
  return Array.isArray(price);
}
