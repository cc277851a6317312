import { scanTokens } from "../../template/index.js";
import type { LanguageReader, TextRange } from "../../template/index.js";
import { UNSPACED } from "../internal/UNSPACED.js";
import { hintWords } from "../messages/index.js";

/** A piece of advice about a prompt; the words come from the messages, by `code` and `params`. */
export interface PromptHint {
  /** Kind of the advice. */
  code: "style_in_prompt" | "style_twice" | "very_short" | "pixels_in_prompt";
  /** Words for the placeholders of the message. */
  params: Readonly<Record<string, string>>;
  /** Id of the style that would say it better. */
  styleId?: string | undefined;
}

/** A style that can be chosen, with the words by which a prompt would name it. */
export interface NamedStyle {
  /** Id of the style. */
  id: string;
  /** Name of the style as it is shown. */
  label: string;
  /** Words by which a prompt would name it. */
  words: readonly string[];
}

/** Options of {@link promptHints}. */
export interface PromptHintOptions {
  /** Styles that can be chosen. */
  styles: readonly NamedStyle[];
  /** Id of the chosen style. */
  style: string;
  /** Whether a prompt model writes the prompt from this text, which may then be short. No by default. @default false */
  instructions?: boolean | undefined;
  /** Units of pixels, by which a prompt would name a size. English ones by default. */
  pixels?: readonly string[] | undefined;
  /** Language of the text. @default doubleBraceLanguage */
  language?: Pick<LanguageReader, "scan"> | undefined;
}

/** Letter or digit that a word goes on with: in a script without spaces the next word may begin there. */
const GOES_ON = `(?!${UNSPACED.source})[\\p{L}\\p{M}\\p{N}]`;
const ENOUGH_WORDS = 4;

/**
 * Checks a prompt against the node's best practices: a style belongs into Style, pixels are not the prompt's to say,
 * and a few words make a poor image. Looks only at what stands between the variables.
 *
 * @example
 * const styles = [{ id: "anime", label: "Anime", words: ["anime"] }];
 * promptHints("an anime fox in the snow", { styles, style: "auto" }); // [{ code: "style_in_prompt", … }]
 */
export function promptHints(text: string, options: PromptHintOptions): readonly PromptHint[] {
  const tokens = scanTokens(text, options.language);
  const prose = readProse(text, tokens);
  const hints: PromptHint[] = [];
  for (const { id, label, words } of options.styles) {
    const found = words.map((word) => findWord(prose, word)).find((hit) => hit !== undefined);
    if (found === undefined || id === "auto") continue;
    const code = options.style === id ? "style_twice" : "style_in_prompt";
    hints.push({ code, params: { found, style: label }, styleId: id });
    break;
  }
  const pixels = findPixels(prose, options.pixels ?? hintWords["hintWords.pixels"].split(","));
  if (pixels !== undefined) hints.push({ code: "pixels_in_prompt", params: { found: pixels } });
  if (tokens.length === 0 && !options.instructions && isVeryShort(prose))
    hints.push({ code: "very_short", params: {} });
  return hints;
}

/** Reads what a person wrote around the tokens of a text. */
function readProse(text: string, tokens: readonly TextRange[]): string {
  let last = 0;
  const between = tokens.map(({ start, end }) => {
    const plain = text.slice(last, start);
    last = end;
    return plain;
  });
  return [...between, text.slice(last)].join(" … ");
}

/**
 * Finds a word as the text spells it. A host's own style may be named by anything, so that it is never read as a
 * pattern.
 */
function findWord(text: string, word: string): string | undefined {
  const escaped = escape(word);
  // Nearly no prompt names a style, and a pattern costs more than the look whether it is worth one.
  if (escaped === "" || !text.toLowerCase().includes(word.trim().toLowerCase())) return undefined;
  return find(text, UNSPACED.test(word) ? escaped : asWhole(escaped));
}

/** Finds a size in pixels, such as "1024x1024", "300 dpi" or "4K"; the units are words of the language. */
function findPixels(text: string, units: readonly string[]): string | undefined {
  if (!/\p{Nd}/u.test(text)) return undefined;
  // The longest first: of "pixels" not only "pixel" is found.
  const unit = [...units]
    .sort((one, other) => other.length - one.length)
    .map(escape)
    .filter(Boolean)
    .join("|");
  const [size, one] = ["\\p{Nd}{3,5}\\s?[x×*ｘ]\\s?\\p{Nd}{3,5}", "\\p{Nd}{2,5}\\s?"];
  return find(
    text,
    asWhole(unit === "" ? `(?:${size}|[48]k)` : `(?:${size}(?:\\s?(?:${unit}))?|${one}(?:${unit})|[48]k)`),
  );
}

const escape = (word: string) => word.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const asWhole = (pattern: string) => `(?<!${GOES_ON})${pattern}(?!${GOES_ON})`;
const find = (text: string, pattern: string) => new RegExp(pattern, "iu").exec(text)?.[0];

function isVeryShort(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === "") return false;
  if (UNSPACED.test(trimmed)) return [...trimmed].length < ENOUGH_WORDS * 2;
  return trimmed.split(/\s+/).length < ENOUGH_WORDS;
}
