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

/** How much there is to choose from, and what stands in the field before typing. */
export interface Scenario {
  readonly variables: number;
  readonly length: number;
  readonly references: number;
  readonly inLines: boolean;
  /** Whether opening and memory count too, which take a longer visit. */
  readonly isThorough: boolean;
}

/** An empty field and so many variables. */
export function choosingFrom(variables: number, how: Partial<Scenario> = {}): Scenario {
  return { variables, length: 0, references: 0, inLines: true, isThorough: false, ...how };
}

/** 100,000 characters with so many variables in them. */
export function longPrompt(references: number, how: Partial<Scenario> = {}): Scenario {
  return { variables: 1000, length: 100_000, references, inLines: true, isThorough: false, ...how };
}
