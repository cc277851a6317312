import { median } from "../table.ts";
import { PEERS } from "./contestants.ts";
import type { Contestant } from "./contestants.ts";
import type { Figures } from "./figures.ts";
import type { ScenarioName } from "./scenarios.ts";

/** What all rounds measured. */
export interface EditorRecord {
  readonly contestants: readonly Contestant[];
  readonly peers: readonly Contestant[];
  add(scenario: ScenarioName, contestant: Contestant, figures: Figures): void;
  /** From now on the contestant has no figures in this scenario. */
  fail(scenario: ScenarioName, contestant: Contestant, reason: string): void;
  /** The median of the rounds; `null` for who failed or did not take part. */
  figure(scenario: ScenarioName, contestant: Contestant, figure: keyof Figures): number | null;
  /** Who is missing and why, and how many rounds there were. */
  notes(...scenarios: readonly ScenarioName[]): readonly string[];
}

/** Makes an empty record. `failed` says who did not pass the gate. */
export function createRecord(contestants: readonly Contestant[], failed: readonly string[]): EditorRecord {
  const figures = new Map<string, Figures[]>();
  const failures = new Map<string, { scenario: ScenarioName; text: string }>();
  const keyOf = (scenario: ScenarioName, contestant: Contestant) => `${scenario}: ${contestant}`;
  return {
    contestants,
    peers: contestants.filter((name) => PEERS.includes(name)),
    add(scenario, contestant, found) {
      const key = keyOf(scenario, contestant);
      figures.set(key, [...(figures.get(key) ?? []), found]);
    },
    fail(scenario, contestant, reason) {
      const text = `${contestant} fails with ${scenario} and is not timed there: ${reason}`;
      failures.set(keyOf(scenario, contestant), { scenario, text });
    },
    figure(scenario, contestant, figure) {
      const key = keyOf(scenario, contestant);
      if (failures.has(key)) return null;
      const values = (figures.get(key) ?? []).flatMap((round) => round[figure] ?? []);
      return values.length === 0 ? null : median(values);
    },
    notes: (...scenarios) => [
      ...failed,
      ...Array.from(failures.values())
        .filter(({ scenario }) => scenarios.includes(scenario))
        .map(({ text }) => text),
      ...scenarios.map((scenario) => {
        const rounds = (contestant: Contestant) => figures.get(keyOf(scenario, contestant))?.length ?? 0;
        const most = Math.max(0, ...PEERS.map(rounds));
        return `${scenario}: median of ${rounds("ours")} visits of ours and the floors, ${most} of each peer`;
      }),
    ],
  };
}
