/** Formats an amount as "0.04" or "0.04–0.07", in the digits of the locale. Small amounts keep up to four decimals. */
export function formatAmount(locale: string, min: number, max: number): string {
  const digits = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  return min === max ? digits.format(min) : `${digits.format(min)}–${digits.format(max)}`;
}
