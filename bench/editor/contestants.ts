/** Two floors, ours, and the peers. */
export const CONTESTANTS = [
  "bare",
  "naive",
  "ours",
  "react-mentions",
  "react-mentions-ts",
  "ariakit",
  "lexical",
  "tiptap",
  "codemirror",
  "cmdk",
  "downshift",
] as const;
export type Contestant = (typeof CONTESTANTS)[number];

/** What the goals compare with the floors takes part in more rounds than the rest. */
export const CORE: readonly Contestant[] = ["bare", "naive", "ours"];
export const PEERS: readonly Contestant[] = CONTESTANTS.filter((name) => !CORE.includes(name));
