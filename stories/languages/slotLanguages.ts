import { createPathLanguage } from "image-generation-node/template";
import type { TemplateLanguage, VariableSource } from "image-generation-node/template";
import type { LanguageRecipe } from "./LanguageRecipe.js";

/** Steps of an editor that writes `${results.a.text}`. */
export const resultsSources: readonly VariableSource[] = [
  {
    slug: "a",
    label: "Describe product",
    kind: "agent",
    distance: 1,
    sample: { text: "a red fox", score: 0.9 },
  },
  { slug: "form", label: "Form", kind: "trigger", distance: 2, sample: { product: "Lamp No. 4" } },
  { slug: "z", label: "Publish", distance: -1, sample: { url: "https://shop.example/4" } },
];

const NAME = /^[A-Za-z_]\w*$/;

const results = createPathLanguage({
  name: "results in braces",
  open: "${",
  close: "}",
  path: {
    format: (path) => (path.every((name) => NAME.test(String(name))) ? ["results", ...path].join(".") : ""),
    parse(text) {
      const [first, ...path] = text.split(".");
      return first === "results" && path.every((name) => NAME.test(name)) ? path : null;
    },
  },
  // `${price}` is for another program.
  others: "text",
  display: (path) => ["results", ...path].join("."),
});

/** Language of template strings: `${results.a.text}`. Other `${…}` are text. */
export const resultsLanguage: TemplateLanguage = {
  ...results,
  // The word before the path is no part of it.
  query: (typed, ...place) =>
    "results.".startsWith(typed) ? "" : (results.query?.(typed, ...place) ?? null),
};

/** Values that a form asks for, each with a name and nothing below it. */
export const slotSources: readonly VariableSource[] = [
  { slug: "product", label: "Product name", kind: "form", distance: 1, sample: "Lamp No. 4" },
  { slug: "style", label: "Look", kind: "form", distance: 1, sample: "noir" },
  { slug: "price", label: "Price", distance: -1, sample: "49" },
];

/** Language of plain slots: `{product}`. A brace alone is prose, so the list waits for the first letter. */
export const slotLanguage = createPathLanguage({ name: "slots", open: "{", close: "}" });

/** Language of template strings, and steps. */
export const resultsRecipe: LanguageRecipe = {
  id: "results",
  language: resultsLanguage,
  sources: resultsSources,
  rename: (source, name) => ({ ...source, slug: name.replace(/\W/g, "_"), label: name }),
};

/** Language of slots, and values. */
export const slotRecipe: LanguageRecipe = {
  id: "slots",
  language: slotLanguage,
  sources: slotSources,
  rename: (source, name) => ({ ...source, slug: name.replace(/\W/g, "_"), label: name }),
};
