import { isName } from "./readPath.js";

/**
 * Writes a path in its canonical spelling: names with dots, everything else in brackets, such as
 * `trigger.output["odd key"][0]`. Braces and line ends are escaped, so that any key fits between `{{` and `}}`.
 */
export function formatPath(segments: readonly (string | number)[]): string {
  let path = "";
  for (const segment of segments) {
    const key = String(segment);
    if (typeof segment === "number" && /^\d{1,10}$/.test(key)) path += `[${key}]`;
    else if (isName(key)) path += (path && "." + key) || key;
    else path += `[${JSON.stringify(key).replace(/[{}\u2028\u2029]/g, escape)}]`;
  }
  return path;
}

const escape = (character: string) => "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0");
