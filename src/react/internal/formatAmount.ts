/** Formats an amount as "0.04" or "0.04–0.07", in the digits of the locale: money with two to four decimals, other units with as few as they have. */
export function formatAmount(locale: string, min: number, max: number, currency = "USD"): string {
  const minimumFractionDigits = /^[A-Z]{3}$/.test(currency) ? 2 : 0;
  const digits = new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits: 4 });
  return min === max ? digits.format(min) : `${digits.format(min)}–${digits.format(max)}`;
}
