const SECONDS = /^\d+$/;
// The three forms of RFC 9110 5.6.7. `Date.parse` alone would read "-5" and "1.5" as dates.
const HTTP_DATE = /^[A-Z][a-z]{2,8},? [\w -]{6,11} \d{2}:\d{2}:\d{2} (?:GMT|\d{4})$/;

/**
 * Reads `Retry-After`: seconds or an HTTP date, as milliseconds from now; a date in the past is 0. Anything else,
 * negative numbers included, is `undefined`. A date is counted from the response's own `Date`, since a user's clock may be wrong.
 */
export function parseRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("Retry-After")?.trim() ?? "";
  if (SECONDS.test(value)) return Number(value) * 1000;
  const time = parseHttpDate(value);
  if (time === undefined) return undefined;
  return Math.max(0, time - (parseHttpDate(headers.get("Date")?.trim() ?? "") ?? now));
}

function parseHttpDate(value: string): number | undefined {
  const time = HTTP_DATE.test(value) ? Date.parse(value.replace(/\d{4}$/, "$& GMT")) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
