import { doubleBraceSyntax } from "./doubleBraceSyntax.js";
import { resolveTemplate } from "./resolveTemplate.js";
import { resolveWithin } from "./resolveWithin.js";
import type { TemplateLanguage } from "./TemplateLanguage.js";

/**
 * Language of this package: `{{trigger.output.style}}`, with `?.` and `?? "default"`. The grammar is in
 * `src/template/GRAMMAR.md`. What every back end of the contract resolves, and the default wherever a language can be given.
 *
 * @example
 * doubleBraceLanguage.format(["trigger", "odd key"], undefined); // '{{trigger["odd key"]}}'
 */
export const doubleBraceLanguage: TemplateLanguage = {
  ...doubleBraceSyntax,
  resolve: (text, variables, { maxLength } = {}) =>
    maxLength === undefined ? resolveTemplate(text, variables) : resolveWithin(text, variables, maxLength),
};
