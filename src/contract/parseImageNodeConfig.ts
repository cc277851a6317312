import { guardLanguage } from "../template/index.js";
import type { TemplateLanguage } from "../template/index.js";
import { readForeignConfig } from "./foreign/readForeignConfig.js";
import type { Bag } from "./isBag.js";
import type { LanguageOptions } from "./LanguageOptions.js";
import { parseOwnConfig } from "./parseOwnConfig.js";
import type { ParsedImageNodeConfig } from "./parseOwnConfig.js";

/**
 * Reads any older or partial shape of a saved configuration, and nodes and request bodies that others saved; never
 * throws over one. Unknown keys stay, and an id that this version does not know (a mode, a ratio, a style, a model) is
 * kept as it is; what can't be an id or a text at all is replaced by the default, with a note. A text stays as it was
 * written; with a language, a variable that was no text, such as a node of a document, is written in that language.
 *
 * @example
 * const { config, notes } = parseImageNodeConfig({ input: { prompt: "A red fox", aspect_ratio: "16:9", seed: 42 } });
 */
export function parseImageNodeConfig(value: unknown, options: LanguageOptions = {}): ParsedImageNodeConfig {
  const language = guardLanguage(options.language);
  return parseOwnConfig(value, (saved, notes) => readForeign(saved, notes, language));
}

function readForeign(saved: Bag, notes: string[], language: TemplateLanguage): Bag {
  try {
    return readForeignConfig(saved, notes, language);
  } catch {
    // A getter of the host's threw, deep inside: what stands at the root can still be read.
    return { ...saved };
  }
}
