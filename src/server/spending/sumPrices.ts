import type { Price } from "../../contract/index.js";

/** Adds prices up, per currency in the order of their first. What stands alone stays as it is written. */
export function sumPrices(prices: readonly Pick<Price, "currency" | "min" | "max">[]): Price[] {
  const sums = new Map<string, Price>();
  for (const { currency, min, max } of prices) {
    const sum = sums.get(currency);
    sums.set(
      currency,
      sum ? { currency, min: add(sum.min, min), max: add(sum.max, max) } : { currency, min, max },
    );
  }
  return [...sums.values()];
}

/** Adds two amounts without the tail of a binary fraction. */
function add(first: Price["min"], second: Price["min"]): string {
  const [whole = "", fraction = ""] = (Number(first) + Number(second)).toFixed(10).split(".");
  let end = fraction.length;
  while (fraction[end - 1] === "0") end -= 1;
  return end === 0 ? whole : `${whole}.${fraction.slice(0, end)}`;
}
