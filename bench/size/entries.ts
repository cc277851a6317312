/** Something that an application imports, shown in docs/benchmarks.md. */
export interface Entry {
  readonly name: string;
  /** What an application writes. */
  readonly source: string;
  /** Whether a page loads it, so that its dependencies count too. */
  readonly isForPages: boolean;
}

const all = (entry: string, isForPages: boolean): Entry => ({
  name: `\`image-generation-node${entry}\`, everything`,
  source: `export * from "image-generation-node${entry}";`,
  isForPages,
});
const some = (names: string, entry: string): Entry => ({
  name: `${names.replaceAll(/\w+/g, "`$&`")} from \`image-generation-node${entry}\``,
  source: `export { ${names} } from "image-generation-node${entry}";`,
  isForPages: true,
});

/** Tags of the languages that are entries of their own; English is built in. */
export const LANGUAGES = ["de", "es", "fr", "pt-BR", "it", "nl", "pl", "ja", "zh-CN", "ar"] as const;

/** Every entry, and below it the least that is of use. */
export const ENTRIES: readonly Entry[] = [
  all("", true),
  some("ImageNodeProvider, ImageNodeScope, ImageNodePanel", ""),
  some("PromptEditor", ""),
  ...LANGUAGES.map((tag) => all(`/messages/${tag}`, true)),
  all("/client", true),
  some("createClient", "/client"),
  all("/template", true),
  some("resolveTemplate", "/template"),
  all("/contract", true),
  some("createImageNodeConfig", "/contract"),
  all("/contract/openapi", false),
  all("/server", false),
  all("/server/queue", false),
  all("/testing", false),
  all("/demo", false),
];

/** A widget that does the same work, set up as in the benchmark of its kind; React alone is left out. */
export interface Widget {
  readonly name: string;
  readonly kind: "prompt editor" | "form";
  /** The module with the widget in it, below `bench`. */
  readonly file: string;
  /** Whether it needs packages that only `bench/package.json` names. */
  readonly isPeer: boolean;
}

const editor = (name: string, file: string): Widget => ({
  name,
  kind: "prompt editor",
  file: `editor/page/contestants/${file}.tsx`,
  isPeer: file !== "createOurs",
});
const form = (name: string, file: string): Widget => ({
  name,
  kind: "form",
  file: `panel/page/contestants/${file}.tsx`,
  isPeer: file !== "ours",
});

/** Ours and the peers', which are the same files that the other subjects time. */
export const WIDGETS: readonly Widget[] = [
  editor("image-generation-node: search, highlighting, diagnostics", "createOurs"),
  editor("react-mentions", "ReactMentions"),
  editor("react-mentions-ts", "createReactMentionsTs"),
  editor("Ariakit combobox and match-sorter, no highlighting", "AriakitTextarea"),
  editor("Lexical and typeahead", "Lexical"),
  editor("Tiptap and mention", "Tiptap"),
  editor("CodeMirror and autocompletion", "createCodeMirror"),
  editor("cmdk, no highlighting", "Cmdk"),
  editor("downshift, no highlighting", "Downshift"),
  form("image-generation-node: the whole panel with preview, client and editor", "ours"),
  form("@rjsf/core and validator-ajv8: the form alone", "rjsf"),
];
