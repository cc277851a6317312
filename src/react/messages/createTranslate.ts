/** Words by plural category of `count` (`Intl.PluralRules`); `other` is required, `zero` also matches a count of 0. */
export interface PluralMessage {
  /** For the locale's category "zero". */
  zero?: string | undefined;
  /** For the locale's category "one". */
  one?: string | undefined;
  /** For the locale's category "two". */
  two?: string | undefined;
  /** For the locale's category "few". */
  few?: string | undefined;
  /** For the locale's category "many". */
  many?: string | undefined;
  /** For every number without words of its own. */
  other: string;
}

/** Words with `{name}` placeholders; numbers are formatted for the locale. Serialisable, so a Server Component may pass it. */
export type Message = string | PluralMessage;

/** Any subset of the words, by key, and optionally the locale that numbers and plurals follow. */
export interface MessageOverrides {
  /** BCP 47 tag. @default "en" */
  locale?: string | undefined;
  /** The words by key, complete. */
  words: Readonly<Record<string, Message>>;
}

/** Looks up words by key and fills in their placeholders. */
export type Translate = (key: string, params?: Readonly<Record<string, unknown>>) => string;

/** Makes a {@link Translate} from the built-in words and a host's own; a host's words win, key by key. */
export function createTranslate(
  builtIn: Readonly<Record<string, Message>>,
  overrides?: MessageOverrides,
): Translate & { readonly locale: string; has(key: string): boolean } {
  const locale = overrides?.locale ?? "en";
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const find = (key: string): Message | undefined => {
    if (overrides && Object.hasOwn(overrides.words, key)) return overrides.words[key];
    return Object.hasOwn(builtIn, key) ? builtIn[key] : undefined;
  };
  const translate: Translate = (key, params = {}) => {
    const message = find(key);
    if (message === undefined) return key;
    const pattern =
      typeof message === "string" ? message : choosePlural(message, Number(params.count ?? 0), plurals);
    return pattern.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      if (!Object.hasOwn(params, name)) return placeholder;
      const value = params[name];
      return typeof value === "number" ? numbers.format(value) : String(value ?? "");
    });
  };
  return Object.assign(translate, { locale, has: (key: string) => find(key) !== undefined });
}

function choosePlural(message: PluralMessage, count: number, plurals: Intl.PluralRules): string {
  if (count === 0 && message.zero !== undefined) return message.zero;
  return message[plurals.select(count)] ?? message.other;
}
