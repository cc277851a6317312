import { createPathLanguage } from "image-generation-node/template";
import type { TemplateLanguage, TemplatePath, VariableSource } from "image-generation-node/template";
import type { LanguageRecipe } from "./LanguageRecipe.js";

const NAME = /^[A-Za-z_]\w*$/;
const PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[\d{1,10}\])*$/;
const SECRET = /\{\{[A-Za-z_]\w*\}\}/g;

/** Blocks of an editor like Sim. A block's slug is its name, in small letters and without blanks. */
export const simSources: readonly VariableSource[] = [
  {
    slug: "agent1",
    label: "Agent 1",
    kind: "agent",
    distance: 1,
    sample: { content: "a red fox at dusk", tokens: { total: 41 } },
  },
  {
    slug: "start",
    label: "Start",
    kind: "trigger",
    distance: 2,
    sample: { input: "A lamp for winter", files: [{ name: "lamp.png" }] },
  },
  { slug: "publish", label: "Publish", distance: -1, sample: { url: "https://shop.example/4" } },
];

const variables = createPathLanguage({
  name: "tags like Sim's",
  open: "<",
  close: ">",
  path: { format: writePath, parse: readPath },
  others: "text",
  minSegments: 2,
});

/**
 * Language like Sim's: `<start.input>` is a variable. `{{API_KEY}}` is an environment variable: marked, never offered, and
 * sent on as it stands, because only the back end knows it.
 */
export const simLanguage: TemplateLanguage = {
  ...variables,
  scan: (text) => {
    const secrets = Array.from(text.matchAll(SECRET), ({ index, 0: token }) => ({
      start: index,
      end: index + token.length,
      path: null,
      closed: true,
    }));
    return [...variables.scan(text), ...secrets].sort((a, b) => a.start - b.start);
  },
};

/** Language and blocks together. */
export const simRecipe: LanguageRecipe = {
  id: "tags",
  language: simLanguage,
  sources: simSources,
  rename: (source, name) => ({ ...source, label: name, slug: name.toLowerCase().replace(/\W/g, "") }),
};

function writePath(path: TemplatePath): string {
  const parts = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`));
  const isWritable = path.every((part, place) => (typeof part === "number" ? place > 0 : NAME.test(part)));
  return isWritable ? parts.join("").slice(1) : "";
}

function readPath(text: string): TemplatePath | null {
  if (!PATH.test(text)) return null;
  return Array.from(text.matchAll(/(\w+)(\])?/g), ([, part = "", bracket]) =>
    bracket ? Number(part) : part,
  );
}
