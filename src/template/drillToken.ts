import { replaceToken } from "./replaceToken.js";
import { commonEnd } from "./commonEnd.js";
import type { TemplateLanguage } from "./TemplateLanguage.js";
import type { Variable } from "./types.js";

/** Children that are looked at for the character that leads to them. */
const MOST_CHILDREN = 100;

/** Beginning of a token that goes on with the children of a branch. */
export interface DrilledToken {
  /** Text up to the name of a child, such as `{{agent.output.`. */
  text: string;
  /** UTF-16 units at the end of the token that stay behind `text`: a default, the closing braces. */
  kept: number;
}

/**
 * Writes a token up to the children of a branch: `{{agent.output.`, or `{{trigger.items[` where they are elements or keys
 * that need quotes. What the token says after its path stays. `null` where the language can't write it.
 */
export function drillToken(
  token: string,
  { segments, source }: Variable,
  children: readonly Variable[],
  language: TemplateLanguage,
): DrilledToken | null {
  const whole = replaceToken(token, segments, source, language);
  const beginningOf = (child: string | number) =>
    commonStart(whole, replaceToken(token, [...segments, child], source, language), 1);
  const plain = beginningOf("x");
  const written = children.slice(0, MOST_CHILDREN).map((child) => beginningOf(child.segments.at(-1) ?? ""));
  const text = written.includes(plain) ? plain : (written[0] ?? plain);
  if (!text) return null;
  const rest = Math.max(0, whole.length - text.length + 1);
  return { text, kept: Math.min(rest, commonEnd(token, whole).length) };
}

/** Returns the start that two texts share, and so many more characters of the second. */
function commonStart(a: string, b: string, more: number): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return b.slice(0, length + more);
}
