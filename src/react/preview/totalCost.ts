import type { Usage } from "../../contract/index.js";
import { formatSpent } from "../internal/formatSpent.js";

/** Sum of what was spent: as a number, and as it is written in a language. */
export interface TotalCost {
  sum: number;
  amount: string;
  currency: string;
}

/** Adds up what was spent; `undefined` where the lines are not all in one currency. */
export function totalCost(usage: Usage | undefined, locale: string): TotalCost | undefined {
  const priced = (usage?.items ?? []).filter(
    (item) => item.amount !== undefined && item.currency !== undefined,
  );
  const currency = priced[0]?.currency;
  if (currency === undefined || priced.some((item) => item.currency !== currency)) return undefined;
  const sum = priced.reduce((total, item) => total + Number(item.amount), 0);
  // Rounded as it is written: the sum of decimals in binary must not show as 0.30000000000000004.
  return Number.isFinite(sum) ? { sum, amount: formatSpent(locale, sum), currency } : undefined;
}
