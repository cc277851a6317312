/** Converts epoch milliseconds to a date. Returns `undefined` for what is no time, which `Intl` would throw over. */
export function toDate(time: number | undefined): Date | undefined {
  const date = new Date(time ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
