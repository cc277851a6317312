import type { TemplateLanguage, TemplatePath, TemplateToken } from "image-generation-node/template";

// Languages as hosts write them: nothing but the public type.

/** Finds tokens by an expression, and reads the path of each. */
const scanBy = (pattern: RegExp, pathOf: (token: string) => TemplatePath | null) => (text: string) =>
  Array.from(text.matchAll(pattern), ({ index, 0: token }): TemplateToken => ({
    start: index,
    end: index + token.length,
    path: pathOf(token),
    closed: true,
  }));

const readDots = (token: string): TemplatePath | null =>
  /^<\w+(?:\.\w+)+>$/.test(token) ? token.slice(1, -1).split(".") : null;

/** Reads a path in JSON data, or says what is missing. */
function fill(text: string, tokens: readonly TemplateToken[], variables: unknown) {
  let result = "";
  let last = 0;
  const diagnostics = [];
  for (const { start, end, path } of tokens) {
    const value = path?.reduce<unknown>(
      (from, name) => (from as Record<string, unknown> | null)?.[name],
      variables,
    );
    if (path && value === undefined) {
      const message = `There is no ${text.slice(start, end)}.`;
      diagnostics.push({
        code: "missing_variable" as const,
        severity: "error" as const,
        range: { start, end },
        path: path.join("."),
        message,
        params: {},
      });
    }
    result += text.slice(last, start) + (typeof value === "string" ? value : text.slice(start, end));
    last = end;
  }
  return { text: result + text.slice(last), diagnostics };
}

const scanDots = scanBy(/<\w+(?:\.\w+)+>|\{\{\w+\}\}/g, readDots);

/** `<start.input>`; `{{API_KEY}}` is an expression: a variable of the environment. */
export const dotLanguage: TemplateLanguage = {
  name: "pointed brackets",
  triggers: ["<"],
  scan: scanDots,
  format: (path) => `<${path.join(".")}>`,
  parse: readDots,
  resolve: (text, variables) => fill(text, scanDots(text), variables),
  display: (path) => path.join(" › "),
};

/** `{{#1720.text#}}`: the text has ids of nodes, given with their slugs. */
export function createIdLanguage(slugs: Readonly<Record<string, string>>): TemplateLanguage {
  const parse = (token: string): TemplatePath | null => {
    const [id = "", ...rest] = /^\{\{#([\w.]+)#\}\}$/.exec(token)?.[1]?.split(".") ?? [];
    return rest.length > 0 ? [slugs[id] ?? id, ...rest] : null;
  };
  const idOf = (slug: unknown) => Object.keys(slugs).find((id) => slugs[id] === slug);
  return {
    name: "ids",
    triggers: ["{{#", "/"],
    scan: scanBy(/\{\{#[\w.]+#\}\}/g, parse),
    format: ([slug, ...rest], source) => `{{#${[source?.nodeId ?? idOf(slug) ?? slug, ...rest].join(".")}#}}`,
    parse,
    // Whatever a node is called, its id stays.
    rename: (token) => token,
  };
}

const readJson = (token: string): TemplatePath | null => {
  const name = /^\{\{ \$\('(\w+)'\)\.item\.json\.(\w+) \}\}$/.exec(token);
  return name ? [name[1] ?? "", name[2] ?? ""] : null;
};

/** `{{ $('node').item.json.name }}` names a variable; all other code between braces is an expression. */
export const codeLanguage: TemplateLanguage = {
  name: "code",
  triggers: ["{{"],
  scan: scanBy(/\{\{[^{}\n]*\}\}/g, readJson),
  format: ([node, ...rest]) => `{{ $('${String(node)}').item.json.${rest.join(".")} }}`,
  parse: readJson,
  rename: (token, from, to) => token.replaceAll(`$('${from}')`, `$('${to}')`),
};
