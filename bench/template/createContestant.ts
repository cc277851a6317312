import { Eta } from "eta";
import Handlebars from "handlebars";
import { Liquid } from "liquidjs";
import template from "lodash.template";
import Mustache from "mustache";
import type { ResolvedTemplate } from "../../src/template/index.js";

/** One engine. `prepare` is what may be kept between two runs of the same text; what it gives renders. */
export interface Contestant {
  readonly open: string;
  readonly close: string;
  prepare(text: string): (variables: Record<string, unknown>) => string;
}

export const NAMES = [
  "ours",
  "String.replace",
  "mustache",
  "handlebars",
  "liquidjs",
  "eta",
  "lodash.template",
] as const;
export type Name = (typeof NAMES)[number];

/** Makes one engine with escaping off, since a prompt is no HTML. */
export async function createContestant(name: Name, ourEntry: string): Promise<Contestant> {
  const braces = { open: "{{", close: "}}" };
  switch (name) {
    case "ours": {
      const { resolveTemplate } = (await import(ourEntry)) as {
        resolveTemplate(text: string, variables: unknown): ResolvedTemplate;
      };
      return { ...braces, prepare: (text) => (variables) => resolveTemplate(text, variables).text };
    }
    case "String.replace":
      return { ...braces, prepare: (text) => (variables) => replaceAll(text, variables) };
    case "mustache": {
      const render = (text: string) => (variables: Record<string, unknown>) =>
        Mustache.render(text, variables);
      return { open: "{{{", close: "}}}", prepare: render };
    }
    case "handlebars":
      return { ...braces, prepare: (text) => Handlebars.compile(text, { noEscape: true }) };
    case "liquidjs": {
      const engine = new Liquid();
      return {
        ...braces,
        prepare(text) {
          const parsed = engine.parse(text);
          return (variables) => String(engine.renderSync(parsed, variables));
        },
      };
    }
    case "eta": {
      const engine = new Eta({ autoEscape: false, cache: false, useWith: true });
      return {
        open: "<%=",
        close: "%>",
        prepare(text) {
          const compiled = engine.compile(text);
          return (variables) => engine.render(compiled, variables);
        },
      };
    }
    case "lodash.template":
      return { open: "<%=", close: "%>", prepare: (text) => template(text) };
  }
}

/** The floor: no path grammar, no diagnostics, no spans, every property trusted. */
function replaceAll(text: string, variables: Record<string, unknown>): string {
  return text.replace(/\{\{([^{}]+)\}\}/g, (_token, path: string) => {
    let value: unknown = variables;
    for (const key of path.split(".")) value = (value as Record<string, unknown>)[key];
    return String(value);
  });
}
