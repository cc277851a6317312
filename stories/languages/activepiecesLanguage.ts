import { createPathLanguage } from "image-generation-node/template";
import type { VariableSource } from "image-generation-node/template";
import type { LanguageRecipe } from "./LanguageRecipe.js";

/** Steps of an editor like Activepieces. A step keeps its name in texts, whatever people call it. */
export const activepiecesSources: readonly VariableSource[] = [
  {
    slug: "step_1",
    label: "Describe product",
    kind: "agent",
    distance: 1,
    sample: { items: ["a red fox", "snow"], "it's": { "main colour": "amber" } },
  },
  {
    slug: "trigger",
    label: "Webhook",
    kind: "trigger",
    distance: 2,
    sample: { body: { title: "Lamp No. 4", price: 49 } },
  },
  { slug: "step_2", label: "Publish", distance: -1, sample: { url: "https://shop.example/4" } },
];

/** Language like Activepieces': `{{trigger['body']['title']}}`, with brackets only. */
export const activepiecesLanguage = createPathLanguage({
  name: "brackets like Activepieces'",
  open: "{{",
  close: "}}",
  path: "brackets",
  display: ([step, ...rest], source) => [source?.label ?? step, ...rest].join(" › "),
});

/** Language and steps together. */
export const activepiecesRecipe: LanguageRecipe = {
  id: "brackets",
  language: activepiecesLanguage,
  sources: activepiecesSources,
  rename: (source, name) => ({ ...source, label: name }),
};
