/** How much there is to choose from, and what stands in the field before typing. */
export interface Scenario {
  readonly variables: number;
  readonly length: number;
  readonly references: number;
  readonly inLines: boolean;
  /** Whether opening and memory count too, which take a longer visit. */
  readonly isThorough: boolean;
  /** Whether what is typed fits many variables and is the first that is typed at all; else one rare word, warmed up. */
  readonly isBroad: boolean;
}

const PLAIN: Omit<Scenario, "variables"> = {
  length: 0,
  references: 0,
  inLines: true,
  isThorough: false,
  isBroad: false,
};

/** An empty field and so many variables. */
export function choosingFrom(variables: number, how: Partial<Scenario> = {}): Scenario {
  return { ...PLAIN, variables, ...how };
}

/** 100,000 characters with so many variables in them. */
function longPrompt(references: number, how: Partial<Scenario> = {}): Scenario {
  return { ...PLAIN, variables: 1000, length: 100_000, references, ...how };
}

/** What is measured, in the order of its rounds; the goals' scenarios first. */
export const SCENARIOS = {
  "10,000": choosingFrom(10_000, { isThorough: true }),
  "broad 10,000": choosingFrom(10_000, { isBroad: true }),
  "cold, 200 variables": longPrompt(200, { isBroad: true }),
  "200 variables": longPrompt(200),
  "1,000": choosingFrom(1_000),
  "50,000": choosingFrom(50_000),
  "broad 1,000": choosingFrom(1_000, { isBroad: true }),
  "broad 50,000": choosingFrom(50_000, { isBroad: true }),
  "500 variables": longPrompt(500, { variables: 10_000 }),
  "one line": longPrompt(200, { inLines: false }),
} satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof SCENARIOS;
