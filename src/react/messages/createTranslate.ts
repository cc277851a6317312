/** Words by plural category of `count` (`Intl.PluralRules`); `other` is required, `zero` also matches a count of 0. */
export interface PluralMessage {
  /** Words for the locale's category "zero". */
  zero?: string | undefined;
  /** Words for the locale's category "one". */
  one?: string | undefined;
  /** Words for the locale's category "two". */
  two?: string | undefined;
  /** Words for the locale's category "few". */
  few?: string | undefined;
  /** Words for the locale's category "many". */
  many?: string | undefined;
  /** Words for every other number. */
  other: string;
}

/**
 * Words with `{name}` placeholders; numbers are formatted for the locale. Serialisable, so a Server Component may pass
 * it.
 */
export type Message = string | PluralMessage;

/**
 * Words of the host, by key, and the locale that numbers and plurals follow.
 *
 * @example
 * const messages: MessageOverrides = { words: { "preview.download": "Save as …" } };
 */
export interface MessageOverrides {
  /** BCP 47 tag of the locale. English by default. @default "en" */
  locale?: string | undefined;
  /** Words by key; keys that are left out keep the built-in English. */
  words: Readonly<Record<string, Message>>;
}

/** Looks up words by key and fills in their placeholders. */
export type Translate = (key: string, params?: Readonly<Record<string, unknown>>) => string;

/**
 * Creates a {@link Translate} from the built-in words and those of a host, which win key by key.
 *
 * @example
 * const t = createTranslate(en, { words: { "preview.download": "Save as …" } });
 * t("preview.download"); // "Save as …"
 */
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
      typeof message === "string" ? message : choosePlural(message, toNumber(params.count), plurals);
    return pattern.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      if (!Object.hasOwn(params, name)) return placeholder;
      const value = params[name];
      return typeof value === "number" ? numbers.format(value) : toText(value);
    });
  };
  return Object.assign(translate, { locale, has: (key: string) => find(key) !== undefined });
}

/** Converts a parameter to text; those of a back end may be anything, also what has no text. */
function toText(value: unknown): string {
  try {
    return String(value ?? "");
  } catch {
    return "";
  }
}

function toNumber(value: unknown): number {
  return typeof value === "number" ? value : Number(toText(value));
}

function choosePlural(message: PluralMessage, count: number, plurals: Intl.PluralRules): string {
  if (count === 0 && message.zero !== undefined) return message.zero;
  return message[plurals.select(count)] ?? message.other;
}
