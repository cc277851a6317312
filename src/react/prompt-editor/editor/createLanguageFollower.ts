import { doubleBraceSyntax } from "../../../template/index.js";
import type { TemplateLanguage } from "../../../template/index.js";
import { loadLanguage } from "../../internal/loadLanguage.js";

/** Stands for a language that is not ready: it finds nothing and opens nothing. */
const UNREADY: TemplateLanguage = { ...doubleBraceSyntax, triggers: [], scan: () => [] };

/** Language of an editor's text, made safe to ask. */
export interface LanguageFollower {
  /** Language that is read; `doubleBraceSyntax` for this package's own. */
  get(): TemplateLanguage;
  /** Looks whether the host has given another one. */
  check(): void;
}

/**
 * Follows the language that a host gives. Until its code has come nothing is found in the text, so that it is not taken
 * for one of another language.
 */
export function createLanguageFollower(
  readGiven: () => TemplateLanguage | undefined,
  onChange: () => void,
): LanguageFollower {
  let given: TemplateLanguage | undefined;
  let language = doubleBraceSyntax;

  function set(next: TemplateLanguage): void {
    if (next === language) return;
    language = next;
    onChange();
  }

  return {
    get: () => language,
    check() {
      const next = readGiven();
      if (next === given) return;
      given = next;
      set(next ? UNREADY : doubleBraceSyntax);
      loadLanguage(next).then(
        (ready) => {
          if (given === next) set(ready ?? doubleBraceSyntax);
        },
        () => undefined,
      );
    },
  };
}
