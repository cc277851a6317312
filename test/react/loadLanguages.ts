import type { Message, MessageOverrides } from "image-generation-node";
import { en } from "../../src/react/messages/index.js";
import { languages } from "../../stories/support/languages.js";
import type { LanguageTag } from "../../stories/support/languages.js";

/** Language with its words, as a test reads them. */
export interface LoadedLanguage {
  readonly tag: LanguageTag;
  readonly words: Readonly<Record<string, Message>>;
  readonly messages: MessageOverrides;
}

/** English words by key. */
export const english: Readonly<Record<string, Message>> = en;

/** Loads the words of every language but English, which the others are compared with. */
export function loadLanguages(): Promise<readonly LoadedLanguage[]> {
  return Promise.all(
    languages.flatMap(({ tag, load }) =>
      tag === "en"
        ? []
        : [
            load().then((messages = { words: {} }): LoadedLanguage => ({
              tag,
              words: messages.words,
              messages,
            })),
          ],
    ),
  );
}

/** Sentences of a message by plural form; a plain text is its form "other". */
export function formsOf(message: Message): readonly (readonly [form: string, text: string])[] {
  return typeof message === "string" ? [["other", message]] : Object.entries(message as object);
}

/** Placeholders of a text, each once, in the order of the alphabet. */
export function placeholdersOf(text: string): readonly string[] {
  return [...new Set(text.match(/\{\w+\}/g))].sort();
}

/** Every text of a language's words, with its key. */
export function textsOf(words: Readonly<Record<string, Message>>): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, message]) =>
    formsOf(message).map(([, text]) => [key, text] as const),
  );
}
