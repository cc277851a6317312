import { describe, expect, it } from "vitest";
import { english, formsOf, loadLanguages, textsOf } from "./loadLanguages.js";

const loaded = await loadLanguages();

/** Words of English that are none in the other languages, wherever they stand in a sentence. */
const ENGLISH =
  /(?<![\p{L}\p{M}.])(?:the|and|your|you|this|that|with|without|picture|pictures|could|cannot|can't|choose|again|which|from|have|there|was not|is not)(?![\p{L}\p{M}])/iu;

const withoutPlaceholders = (text: string) => text.replaceAll(/\{\w+\}/g, "");

/** Texts that are signs, numbers and placeholders only: nothing in them can be translated. */
const hasWords = (text: string) => /\p{L}/u.test(withoutPlaceholders(text));

/** Texts that may be the English ones in every language: signs of units, and names that are the same everywhere. */
const SAME_ANYWHERE = ["{seconds} s", "PNG, {kilobytes} kB", "HD", "Anime", "anime, manga"];

/** Texts that are the English ones because the language has the same word, or took it over. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: ["Prompt", "Demo", "Seed", "Detail", "Details", "Palette", "Standard", "Premium", "Variable"],
  es: ["Manual", "Auto", "Prompt", "Demo", "Variables", "Variable", "Premium"],
  fr: [
    ...[
      "Auto",
      "Prompt",
      "Premium",
      "Standard",
      "Transparent",
      "Opaque",
      "Palette",
      "Mode",
      "Style",
      "Image",
    ],
    ...["Portrait", "Configuration", "Instructions", "Variables", "Variable"],
  ],
  "pt-BR": ["Manual", "Auto", "Prompt", "Demo", "{count} item", "Seed", "Standard", "Premium"],
  it: ["Auto", "Prompt", "Demo", "{amount} per prompt", "file", "Seed", "Standard", "Premium"],
  nl: [
    ...["Prompt", "Demo", "Seed", "Detail", "Details", "Premium", "object", "{amount} per prompt"],
    ...["{amount} credit", "{amount} credits", "{count} item", "{count} items"],
  ],
  pl: ["Prompt", "Prompt AI", "Auto", "Demo", "Standard", "Premium"],
};

const originalsOf = (key: string) => formsOf(english[key] ?? "").map(([, text]) => text);

describe.each(loaded)("the words of $tag", ({ tag, words }) => {
  const own = SAME[tag] ?? [];
  const texts = textsOf(words);
  const untouched = texts.filter(([key, text]) => hasWords(text) && originalsOf(key).includes(text));

  it("are translated", () => {
    const left = untouched.filter(([, text]) => ![...SAME_ANYWHERE, ...own].includes(text));
    expect(left).toEqual([]);
  });

  it("are excused only as long as they are the same", () => {
    expect(own.filter((each) => !untouched.some(([, text]) => text === each))).toEqual([]);
  });

  it("have no English words in them", () => {
    const prose = texts.filter(([key]) => !key.startsWith("hintWords."));
    expect(prose.filter(([, text]) => ENGLISH.test(withoutPlaceholders(text)))).toEqual([]);
  });
});

describe("a text", () => {
  it.each(["{count} × {each} = {amount}", "↵", "{amount} {currency}"])("without words: %s", (text) => {
    expect(hasWords(text)).toBe(false);
  });

  it.each([
    ["Das Bild und the rest", true],
    ["Das Bild und der Rest", false],
    ["{and} → {the}", false],
  ])("with an English word in it: %s", (text, isStray) => {
    expect(ENGLISH.test(withoutPlaceholders(text))).toBe(isStray);
  });
});
