import { PLAIN_KEY } from "./pathGrammar.js";

/**
 * Writes a path in its canonical spelling: names with dots, everything else in brackets, such as
 * `trigger.output["odd key"][0]`. Braces and line ends are escaped, so that any key fits between `{{` and `}}`.
 */
export function formatPath(segments: readonly (string | number)[]): string {
  return segments.reduce<string>(appendSegment, "");
}

/** Writes one more segment after a path. */
export function appendSegment(path: string, segment: string | number): string {
  const key = String(segment);
  if (typeof segment === "number" && /^\d{1,10}$/.test(key)) return `${path}[${key}]`;
  if (PLAIN_KEY.test(key)) return path ? path + "." + key : key;
  return `${path}[${JSON.stringify(key).replace(/[{}\u2028\u2029]/g, escapeUnit)}]`;
}

/** Writes a UTF-16 unit as `\uXXXX`. */
export const escapeUnit = (unit: string) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0");
