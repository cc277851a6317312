import { describe, expect, it } from "vitest";
import { createTranslate } from "../../src/react/messages/index.js";
import type { Message } from "../../src/react/messages/index.js";
import { english, formsOf, loadLanguages, placeholdersOf } from "./loadLanguages.js";

const loaded = await loadLanguages();

/** Numbers of pictures, letters, items or hours that are ever said. A million, for which some languages have a form, is none. */
const NUMBERS = [0.5, 1.5, ...Array(10_000).keys()];

/** How each writes a number; by it one sees that the locale is the words' own. */
const NUMBER_FORMATS: Readonly<Record<string, string>> = {
  de: "12.345,6",
  es: "12.345,6",
  fr: "12\u202f345,6",
  "pt-BR": "12.345,6",
  it: "12.345,6",
  nl: "12.345,6",
  pl: "12\u00a0345,6",
  ja: "12,345.6",
  "zh-CN": "12,345.6",
  ar: "12,345.6",
};

/** Plural forms that a locale tells apart, each with the numbers that it is used for. */
function pluralFormsOf(locale: string): ReadonlyMap<string, readonly number[]> {
  const rules = new Intl.PluralRules(locale);
  const forms = new Map<string, number[]>();
  for (const number of NUMBERS) {
    const form = rules.select(number);
    forms.set(form, [...(forms.get(form) ?? []), number]);
  }
  return forms;
}

/** Placeholders of a form that English has and it has not, or the other way round. */
function wrongPlaceholders(
  [form, text]: readonly [string, string],
  original: Message,
  numbers: readonly number[],
) {
  const expected = placeholdersOf(
    formsOf(original)
      .map(([, each]) => each)
      .join(" "),
  );
  const isOne = formsOf(original).some(([each, words]) => each === "one" && !words.includes("{count}"));
  // A form for one number, or for one and what never comes, may say it in words.
  const isFixed = form === "zero" || numbers.length === 1 || (form === "one" && isOne);
  const found = placeholdersOf(text);
  const missing = expected.filter((name) => !found.includes(name) && !(isFixed && name === "{count}"));
  return [...missing, ...found.filter((name) => !expected.includes(name))];
}

describe.each(loaded)("the words of $tag", ({ tag, words, messages }) => {
  const forms = pluralFormsOf(tag);
  const entries = Object.entries(words);

  it("are those of every key, and of no other", () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
  });

  it("say their locale, by which numbers and plurals go", () => {
    expect(messages.locale).toBe(tag);
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    const t = createTranslate({}, { ...messages, words: { "a.b": "{number}" } });
    expect(t("a.b", { number: 12345.6 })).toBe(NUMBER_FORMATS[tag]);
  });

  it("have the placeholders of English in each plural form", () => {
    const wrong = entries.flatMap(([key, message]) =>
      formsOf(message).flatMap((each) =>
        wrongPlaceholders(each, english[key] ?? "", forms.get(each[0]) ?? []).map(
          (name) => `${key} ${each[0]}: ${name}`,
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("have every plural form that the language tells apart, and none that it does not know", () => {
    const known = new Set<string>(new Intl.PluralRules(tag).resolvedOptions().pluralCategories);
    const wrong = entries.flatMap(([key, message]) => {
      if (typeof message === "string") return [];
      const own = Object.keys(message);
      const missing = [...forms.keys()].filter((form) => form !== "other" && !own.includes(form));
      // A count of nothing may have words of its own in any language.
      return [...missing, ...own.filter((form) => form !== "zero" && !known.has(form))].map(
        (form) => `${key}: ${form}`,
      );
    });
    expect(wrong).toEqual([]);
  });

  it("have forms wherever English has two that differ, if the language tells numbers apart", () => {
    const plain = entries.filter(([key, message]) => {
      const [first, ...others] = formsOf(english[key] ?? "").map(([, text]) => text);
      return typeof message === "string" && others.some((text) => text !== first);
    });
    expect(forms.size > 1 ? plain.map(([key]) => key) : []).toEqual([]);
  });

  it("are texts without blanks at their ends or in a row", () => {
    const blank = entries.flatMap(([key, message]) =>
      formsOf(message)
        .filter(
          ([, text]) => text.trim() === "" || (/^\s|\s$|\s\s/.test(text) && !key.endsWith(".separator")),
        )
        .map(([, text]) => `${key}: ${text}`),
    );
    expect(blank).toEqual([]);
  });
});
