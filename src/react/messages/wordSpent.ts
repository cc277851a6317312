import type { Messages } from "./withWords.js";
import { wordUnit } from "./wordUnit.js";

/** Amount that was spent, and its currency or unit. */
export interface Spent {
  amount: string | number;
  currency: string;
}

/**
 * Words an amount that was spent, in the digits of the locale: to a millionth, as prices are fractions of cents. A text
 * that is no number stays as it is.
 *
 * @example
 * wordSpent(t, { amount: "4", currency: "credits" }); // "4 Credits" in German
 */
export function wordSpent(t: Messages, { amount, currency }: Spent): string {
  return wordUnit(t, formatSpent(t.locale, amount), currency, Number(amount));
}

/** Formats such an amount without its unit. */
export function formatSpent(locale: string, amount: string | number): string {
  const number = Number(amount);
  if (!Number.isFinite(number)) return String(amount);
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(number);
}
