/**
 * Formats an amount that was spent, in the digits of the locale: to a millionth, as prices are fractions of cents. A text
 * that is no number stays as it is.
 */
export function formatSpent(locale: string, amount: string | number): string {
  const number = Number(amount);
  if (!Number.isFinite(number)) return String(amount);
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(number);
}
