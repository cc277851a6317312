import type { ConditionalPrice, Price } from "./catalogSchema.js";

/** Price of a model, or its prices by settings. */
export type ModelPrice = Price | readonly ConditionalPrice[] | undefined;

/**
 * Finds the list price of a model: where it depends on settings, the span from the least to the greatest. `null` where
 * none is known, and where the prices differ in currency.
 */
export function listPrice({ price }: { readonly price?: ModelPrice }): Price | null {
  if (!isList(price)) return price ?? null;
  const [first] = price;
  if (!first || price.some(({ currency }) => currency !== first.currency)) return null;
  const { when: _when, ...rest } = first;
  const min = Math.min(...price.map((each) => +each.min));
  return { ...rest, min, max: Math.max(...price.map((each) => +each.max)) };
}

/** Checks whether a price depends on settings. */
export function isList(price: ModelPrice): price is readonly ConditionalPrice[] {
  return Array.isArray(price);
}
