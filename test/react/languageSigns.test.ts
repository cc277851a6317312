import { describe, expect, it } from "vitest";
import { english, formsOf, loadLanguages, textsOf } from "./loadLanguages.js";

const loaded = await loadLanguages();

/** What a text must not have, each with what it is. */
type Rules = readonly (readonly [what: string, pattern: RegExp])[];

const HAN = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー」』）】]`;

/** Rules of Chinese and Japanese: signs are as wide as letters, and bring their own space. */
const WIDE: Rules = [
  ["a narrow sign after a letter", new RegExp(`${HAN}\\s?[,.;:?!](?!\\d)`, "u")],
  ["a blank after a wide sign", /[、。，；：？！]\s/u],
  ["a blank between letters", new RegExp(`${HAN}\\s${HAN}`, "u")],
  ["a narrow bracket at a letter", new RegExp(`${HAN}[()]|[()]${HAN}`, "u")],
];

const RULES: Readonly<Record<string, Rules>> = {
  de: [["an English quotation mark", /”/u]],
  es: [
    ["a question without ¿", /^[^¿]*\?/u],
    ["a cry without ¡", /^[^¡]*!/u],
  ],
  fr: [
    ["an ordinary blank before : ; ! ? »", / [:;!?»]/u],
    ["no blank before ; ! ? »", /[^\s\u00a0\u202f(][;!?»]/u],
    ["no blank before :", /[^\s\u00a0\u202f\d]:/u],
    ["no blank, or an ordinary one, after «", /«[^\u00a0\u202f]/u],
    ["an English quotation mark", /[“”]/u],
  ],
  it: [["a blank before a sign", /\s[:;!?]/u]],
  pl: [["an English quotation mark", /“/u]],
  ja: [...WIDE, ["a Latin quotation mark", /[“”«»]/u]],
  "zh-CN": [...WIDE, ["a quotation mark of elsewhere", /[«»„]/u]],
  ar: [
    ["a Latin comma", /[\p{Script=Arabic}\d}»]\s?,/u],
    ["a Latin semicolon", /;/u],
    ["a Latin question mark", /\?/u],
    ["a Latin quotation mark", /[“”„]/u],
    ["a percent sign of elsewhere", /٪٪/u],
  ],
};

const EVERYWHERE: Rules = [
  ["three dots instead of …", /\.\.\./],
  ["a straight quotation mark", /"/],
  ["a straight apostrophe", /\p{L}'\p{L}/u],
  ["a blank before a full stop or comma", /\s[.,،。、](?!\w)/u],
];

/** End of a sentence; a mark that isolates what was written in another direction may follow. */
const END = /[.!?…。！？؟]\u2069?$/u;
/** Keys whose words are not prose: lists, signs and words that are compared. */
const isList = ([key]: readonly [string, string]) => /^hintWords\.|^examples\.(?:subjects|styles)$/.test(key);
const isProse = (text: readonly [string, string]) => !isList(text) && !text[0].endsWith(".separator");

describe.each(loaded)("the words of $tag", ({ tag, words }) => {
  const texts = textsOf(words).filter(isProse);

  it.each([...EVERYWHERE, ...(RULES[tag] ?? [])])("never have %s", (_, pattern) => {
    expect(texts.filter(([, text]) => pattern.test(text))).toEqual([]);
  });

  it("end as a sentence where the English do, and only there", () => {
    const odd = Object.entries(words).flatMap(([key, message]) => {
      const [first] = formsOf(english[key] ?? "");
      const ends = END.test(first?.[1] ?? "");
      return formsOf(message)
        .filter(([, text]) => END.test(text) !== ends)
        .map(([, text]) => `${key}: ${text}`);
    });
    expect(odd).toEqual([]);
  });

  it("write the three dots after a word the same everywhere", () => {
    const before = texts.flatMap(([, text]) => text.match(/(?<=[\p{L}\p{M}])(?=…)|[\s\u00a0](?=…)/gu) ?? []);
    expect(new Set(before).size).toBe(1);
  });

  it("separate the words that a text is searched for by commas that the code knows", () => {
    const lists = textsOf(words).filter(isList);
    expect(lists.filter(([, text]) => /[،、，;]/.test(text))).toEqual([]);
  });
});
