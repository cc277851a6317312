import type { LanguageReader, TemplateLanguage } from "../../template/index.js";
import type * as tools from "./language/index.js";

/** Code that makes a host's language safe to ask; `undefined` until there is such a language. */
let loaded: typeof tools | undefined;

/** Reads nothing: stands for a language whose code has not come. */
const SILENT: LanguageReader = { scan: () => [] };

/**
 * Makes a host's language safe to ask. `undefined` for this package's own. Rejects where the code can't be loaded: a text
 * must not be taken for one of another language.
 */
export async function loadLanguage(
  language: TemplateLanguage | undefined,
): Promise<TemplateLanguage | undefined> {
  if (!language) return undefined;
  loaded ??= await import("./language/index.js");
  return loaded.readLanguage(language);
}

/** Returns what can be read of a language now: all of it once {@link loadLanguage} has been called, nothing before. */
export const readerOf = (language: TemplateLanguage | undefined): LanguageReader | undefined =>
  language && (loaded ? loaded.readLanguage(language) : SILENT);
