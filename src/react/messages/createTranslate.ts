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
  /** BCP 47 tag of the locale. English by default, and where it can't be read. @default "en" */
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
  const locale = readLocale(overrides?.locale);
  const words = Object(overrides?.words) as Readonly<Record<string, unknown>>;
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const find = (key: string): Message | undefined => {
    const own = Object.hasOwn(words, key) ? words[key] : undefined;
    if (isMessage(own)) return own;
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

/** Reads the locale of a host, also in the spelling of POSIX ("de_DE"); without a readable one English. */
function readLocale(given: unknown): string {
  return isLocale(given) ? given.replaceAll("_", "-") : "en";
}

/** Tells whether a value is the tag of a locale. */
export function isLocale(value: unknown): value is string {
  try {
    return typeof value === "string" && Intl.getCanonicalLocales(value.replaceAll("_", "-")).length > 0;
  } catch {
    return false;
  }
}

function isMessage(value: unknown): value is Message {
  return typeof value === "string" || typeof (Object(value) as Partial<PluralMessage>).other === "string";
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
