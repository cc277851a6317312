const DAY_MS = 24 * 60 * 60 * 1000;

/** Formats a moment as a date of the locale, with the time of the day where it is less than a day away. */
export function formatMoment(locale: string, moment: number, now = Date.now()): string {
  const style: Intl.DateTimeFormatOptions = { dateStyle: "medium" };
  if (Math.abs(moment - now) < DAY_MS) style.timeStyle = "short";
  return new Intl.DateTimeFormat(locale, style).format(moment);
}
