import { LANGUAGES } from "./entries.ts";

/** What may be loaded of one thing that a host imports; kB are 1000 bytes, min + gzip. */
export interface Budget {
  readonly name: string;
  /** What an application writes. */
  readonly source: string;
  /** Modules of ours that are not counted, because another line does. */
  readonly without?: RegExp | undefined;
  /** Own code: every dependency external. */
  readonly own: Bound;
  /** As delivered: only React and react-hook-form, which the host has, are external. */
  readonly delivered: Bound | null;
}

/** `goal` is where we want to be. `limit` fails the build: the goal where it is reached, else a ratchet above today's size. */
export interface Bound {
  readonly goal: number | null;
  readonly limit: number;
}

const all = (entry: string) => `export * from "image-generation-node${entry}";`;
const some = (names: string, entry: string) => `export { ${names} } from "image-generation-node${entry}";`;

/** Of each language that is an entry of its own: all its words, and half a kB for those that come. */
const LANGUAGE_LIMITS: Readonly<Record<(typeof LANGUAGES)[number], number>> = {
  de: 12.2,
  es: 12.2,
  fr: 12.7,
  "pt-BR": 12.3,
  it: 12.4,
  nl: 12.1,
  pl: 13.2,
  ja: 12.9,
  "zh-CN": 12.1,
  ar: 14.1,
};

export const BUDGETS: readonly Budget[] = [
  {
    name: "root, everything",
    source: all(""),
    // Every part by name, with all that it can show: no page loads it whole.
    own: { goal: null, limit: 94.4 },
    delivered: { goal: null, limit: 110.3 },
  },
  {
    name: "panel: ImageNodePanel, ImageNodeProvider, ImageNodeScope",
    source: some("ImageNodePanel, ImageNodeProvider, ImageNodeScope", ""),
    // What a first paint shows: the form, the editor at rest, an empty preview or the image. The client, zod, the checks of the
    // form, the lists of the selects, and all about a run come right after it. Hints are 3.8 kB of it,
    // which read scripts without spaces and the units of pixels of any language.
    own: { goal: 40, limit: 39.0 },
    delivered: { goal: 75, limit: 47.8 },
  },
  {
    name: "prompt editor, without the language",
    source: some("PromptEditor", ""),
    without: /\/src\/(template|react\/messages)\//,
    // Adopts what was typed before hydration and what scripts write, refuses a child that is no text area, and ends
    // presses in React's tree alone; says that a text is empty; says faults in one wording, when they appear; and takes lists that
    // a host makes anew.
    own: { goal: 7, limit: 10.6 },
    delivered: null,
  },
  {
    name: "prompt editor",
    source: some("PromptEditor", ""),
    own: { goal: 12, limit: 11.7 },
    delivered: { goal: null, limit: 12.8 },
  },
  {
    name: "words of all parts in English",
    source: some("en", ""),
    // With those of a model's settings, of several pictures, of a pinned one of reference images, with what is wrong with one, and of the
    // ways on from an error; of the credits that are left; of images that a provider has lost; of code that can't be fetched; and of names that a
    // prompt or a variable is searched for.
    own: { goal: null, limit: 10.8 },
    delivered: null,
  },
  ...LANGUAGES.map((tag) => ({
    name: `words of all parts: ${tag}`,
    source: all(`/messages/${tag}`),
    own: { goal: null, limit: LANGUAGE_LIMITS[tag] },
    delivered: null,
  })),
  {
    name: "client: createClient, createGeneration",
    source: some("createClient, createGeneration", "/client"),
    // Keeps and follows every run of a node that may go on, whichever tab started it; begins with a result that the host
    // kept. 1.1 kB for several images at once, most of it loaded with the first of them. Knows a pinned image when it sees
    // one; what answers with it comes later. 0.6 kB for reference images: their schema, those that a configuration has, and
    // what the catalog says of them; what uploads one comes later.
    own: { goal: 8, limit: 13 },
    delivered: { goal: 17, limit: 20.8 },
  },
  {
    name: "client, everything",
    source: all("/client"),
    own: { goal: null, limit: 16.8 },
    delivered: { goal: null, limit: 24.5 },
  },
  {
    name: "template, everything",
    source: all("/template"),
    // With what only hosts that name it load: guards and createPathLanguage for other languages, readers of paths and types.
    own: { goal: 4, limit: 17.5 },
    delivered: null,
  },
  {
    name: "template: createPathLanguage",
    source: some("createPathLanguage", "/template"),
    // At most 1.5 kB more than doubleBraceLanguage alone.
    own: { goal: null, limit: 5.1 },
    delivered: null,
  },
  {
    name: "template: resolveTemplate",
    source: some("resolveTemplate", "/template"),
    own: { goal: null, limit: 3.2 },
    delivered: null,
  },
  {
    name: "template: sourcesFromPaths",
    source: some("sourcesFromPaths", "/template"),
    own: { goal: null, limit: 1.9 },
    delivered: null,
  },
  {
    name: "template: schemaFromType",
    source: some("schemaFromType", "/template"),
    own: { goal: null, limit: 2.6 },
    delivered: null,
  },
];
