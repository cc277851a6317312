import { createPathLanguage } from "image-generation-node/template";
import type { TemplateLanguage, TemplatePath, VariableSource } from "image-generation-node/template";
import type { LanguageRecipe } from "./LanguageRecipe.js";

/** Nodes of an editor like Dify. Texts name a node by its id, people see its label. */
export const difySources: readonly VariableSource[] = [
  {
    slug: "1720000000001",
    label: "Describe product",
    kind: "llm",
    distance: 1,
    sample: { text: "a red fox", usage: { total_tokens: 41 } },
  },
  {
    slug: "1720000000000",
    label: "Start",
    kind: "trigger",
    distance: 2,
    sample: { product: "Lamp No. 4", style: "noir" },
  },
  { slug: "1720000000002", label: "Publish", distance: -1, sample: { url: "https://shop.example/4" } },
];

const ID = /^[\w-]+$/;
const NAME = /^[A-Za-z_]\w*$/;

const selectors = createPathLanguage({
  name: "selectors like Dify's",
  open: "{{#",
  close: "#}}",
  path: { format: writeSelector, parse: readSelector },
  trigger: ["{{#", "/"],
  // `{{#context#}}` and the like: only the back end knows them.
  others: "expression",
  minSegments: 2,
  display: ([id, ...rest], source) => [source?.label ?? id, ...rest].join(" / "),
});

/**
 * Language like Dify's: `{{#1720000000000.text#}}`. A slash opens the list too, with the first letter behind it and where a
 * word can begin: "either/or" and "//" are prose.
 */
export const difyLanguage: TemplateLanguage = {
  ...selectors,
  query(typed, before, trigger) {
    if (trigger === "/" && !(/^\w/.test(typed) && /^$|\s$/.test(before))) return null;
    return selectors.query?.(typed, before, trigger) ?? null;
  },
};

/** Language and nodes together. An id stays when its node gets another name. */
export const difyRecipe: LanguageRecipe = {
  id: "ids",
  language: difyLanguage,
  sources: difySources,
  rename: (source, name) => ({ ...source, label: name }),
};

function writeSelector([id, ...names]: TemplatePath): string {
  const isWritable = ID.test(String(id)) && names.every((name) => NAME.test(String(name)));
  return isWritable ? [id, ...names].join(".") : "";
}

function readSelector(text: string): TemplatePath | null {
  const [id = "", ...names] = text.split(".");
  return ID.test(id) && names.every((name) => NAME.test(name)) ? [id, ...names] : null;
}
