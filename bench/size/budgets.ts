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

/** They are a line of their own. */
const WORDS = /\/src\/react\/messages\//;

export const BUDGETS: readonly Budget[] = [
  {
    name: "root, everything",
    source: all(""),
    // Settings of models: controls, words and the rules that judge them, which a page without settings does not load; the
    // reader of what others saved; 1.3 kB for two tabs of one node and closed shadow roots; 1.2 kB for the parts of the
    // panel by name, of which the panel itself loads no more than before; 0.2 kB for galleries of ten thousand items; 3.7 kB
    // for several images at once: their number, price and seeds, the grid, and their keys; 0.7 kB to read a pinned image
    // and show it where there is no other, whose button, notice and comparison come later; and 11.6 kB for reference images:
    // parts by name, words and the rules that judge them, and the place of a fault at a picture of the request, of which the
    // panel loads 1.1 kB at once; 1.9 kB for the panel's parts of facts and details, the ways on from a missing value, the row of
    // many images and what a comparison sets side by side, most of it loaded when it is needed; and 1.5 kB for what is heard:
    // faults said as they appear, focus that is kept, and the words of what was done; and 1.2 kB for credits: who counts the
    // calls that may spend, the account of a provider, and the line of what is left, whose code comes with a catalog that has some;
    // 2.2 kB for what the panel shows until the code of a run is there, and for words that come with it;
    // and 0.4 kB for items of batches that count, refusals that make credits be read, and images that a provider has lost.
    // The client, zod, the checks of the form, hints and the cost line come after the first paint and are not counted.
    own: { goal: 30, limit: 88.3 },
    delivered: { goal: 80, limit: 105 },
  },
  {
    name: "prompt editor, without the language",
    source: some("PromptEditor", ""),
    without: /\/src\/(template|react\/messages)\//,
    // Adopts what was typed before hydration and what scripts write, refuses a child that is no text area, and ends
    // presses in React's tree alone; says that a text is empty; and says faults in one wording, when they appear.
    own: { goal: 7, limit: 10.2 },
    delivered: null,
  },
  {
    name: "prompt editor",
    source: some("PromptEditor", ""),
    without: WORDS,
    own: { goal: 11, limit: 10.2 },
    delivered: null,
  },
  {
    name: "words of all parts in English",
    source: some("en", ""),
    // With those of a model's settings, of several pictures, of a pinned one of reference images, with what is wrong with one, and of the
    // ways on from an error; of the credits that are left; of images that a provider has lost; and of code that can't be fetched.
    own: { goal: null, limit: 10.6 },
    delivered: null,
  },
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
    own: { goal: 4, limit: 16 },
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
