import type { Usage } from "../../contract/index.js";

/** Adds up what was spent; `undefined` where the lines are not all in one currency. */
export function totalCost(usage: Usage | undefined): { amount: number; currency: string } | undefined {
  const priced = (usage?.items ?? []).filter(
    (item) => item.amount !== undefined && item.currency !== undefined,
  );
  const currency = priced[0]?.currency;
  if (currency === undefined || priced.some((item) => item.currency !== currency)) return undefined;
  const sum = priced.reduce((total, item) => total + Number(item.amount), 0);
  // Prices are fractions of cents; the sum of decimals in binary must not show as 0.30000000000000004.
  return Number.isFinite(sum) ? { amount: Math.round(sum * 1e6) / 1e6, currency } : undefined;
}
