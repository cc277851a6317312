import type { Price } from "./catalogSchema.js";

/**
 * Adds to the price of an image what its references cost, by the price's `perReference`. The price as it is where it has
 * none, or there are no references.
 *
 * @example
 * addReferences({ currency: "USD", min: "0.04", max: "0.04", perReference: "0.01" }, 2).max; // "0.06"
 */
export function addReferences(price: Price, count: number): Price {
  const each = Number(price.perReference ?? 0);
  if (count === 0 || each === 0) return price;
  const add = (amount: Price["min"]) => toDecimal(Number(amount) + count * each);
  return { ...price, min: add(price.min), max: add(price.max) };
}

/** Writes an amount without the tail of a binary fraction: 0.1 + 0.2 is "0.3". */
function toDecimal(amount: number): string {
  const [whole = "", fraction = ""] = amount.toFixed(8).split(".");
  let end = fraction.length;
  while (fraction[end - 1] === "0") end -= 1;
  return end === 0 ? whole : `${whole}.${fraction.slice(0, end)}`;
}
