import { languages } from "./languages.js";

/**
 * Parameters that show in the code panel what a user of the library would write for a story, and change it as the
 * story's controls do.
 *
 * @param source text of a file that compiles, such as one of `stories/code`
 * @param root element that takes `readOnly` and `disabled`. By default none does.
 */
export function showCode(source: string, root?: string): CodeParameters {
  const transform = (_rendered: string, { args, globals }: StoryInputs) =>
    writeArgs(
      source,
      root,
      (args["language"] ?? args["messages"]) ? args : { ...args, language: globals?.["locale"] },
    );
  return { docs: { source: { type: "dynamic", language: "tsx", transform } } };
}

/** What a story is shown with: its own inputs, and the toolbar's. */
export interface StoryInputs {
  args: Readonly<Record<string, unknown>>;
  globals?: Readonly<Record<string, unknown>> | undefined;
}

/** What Storybook reads of {@link showCode}. */
export interface CodeParameters {
  docs: {
    source: {
      type: "dynamic";
      language: "tsx";
      transform: (rendered: string, context: StoryInputs) => string;
    };
  };
}

/** What a host writes to have the words of a language; nothing for English, which is built in. */
function writeLanguage(locale: string): readonly [attribute?: string, line?: string] {
  if (locale === "en" || !languages.some(({ tag }) => tag === locale)) return [];
  const name = locale.replace("-", "");
  return [`messages={${name}}`, `import { ${name} } from "image-generation-node/messages/${locale}";`];
}

function writeArgs(
  source: string,
  root: string | undefined,
  args: Readonly<Record<string, unknown>>,
): string {
  const { config, messages, language, mode, style, aspectRatio } = args;
  const chosen = {
    ...(typeof config === "object" ? config : undefined),
    ...(mode !== undefined && { prompt: { mode } }),
    ...(style !== undefined && { style }),
    ...(aspectRatio !== undefined && { aspectRatio }),
  };
  const locale = language ?? (messages as { locale?: unknown } | undefined)?.locale;
  const [attribute, line] = writeLanguage(String(locale));
  const states = ["readOnly", "disabled"].filter((name) => args[name] === true);
  let code = asHost(source);
  if (Object.keys(chosen).length > 0)
    code = code.replace("createImageNodeConfig()", `createImageNodeConfig(${printValue(chosen)})`);
  if (root) for (const state of states) code = code.replace(`<${root} `, `<${root} ${state} `);
  if (attribute && line && code.includes("<ImageNodeProvider "))
    code = `${line}\n${code.replace("<ImageNodeProvider ", `<ImageNodeProvider ${attribute} `)}`;
  return code;
}

/** The text of a recipe as a host has it: with the provider of its own back end. */
function asHost(source: string): string {
  return source
    .replace(/^import \{ StoryProvider \} .*$/m, 'import { ImageNodeProvider } from "image-generation-node";')
    .replaceAll("<StoryProvider>", '<ImageNodeProvider baseUrl="/api/image-node">')
    .replaceAll("</StoryProvider>", "</ImageNodeProvider>")
    .replaceAll(/"(?:\.\.\/)+support\//g, '"./');
}

/** A plain value as TypeScript writes it. */
function printValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printValue).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{ ${members.map(([name, member]) => `${JSON.stringify(name).replace(/^"([a-z]\w*)"$/i, "$1")}: ${printValue(member)}`).join(", ")} }`;
}
