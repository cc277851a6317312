import type { Translate } from "./createTranslate.js";

/**
 * Words an amount in its currency or unit. A unit that has words of its own, such as `unit.credits`, follows the number.
 *
 * @param amount number or range, as it is shown
 * @param count number that the plural follows
 */
export function wordUnit(
  t: Translate & { has(key: string): boolean },
  amount: string,
  unit: string,
  count: number,
): string {
  const key = `unit.${unit}`;
  return t.has(key) ? t(key, { amount, count }) : t("cost.amount", { amount, currency: unit });
}
