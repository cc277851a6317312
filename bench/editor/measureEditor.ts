import { servePages } from "../servePages.ts";
import type { Pages } from "../servePages.ts";
import type { Table } from "../table.ts";
import { CORE, choosingFrom, longPrompt } from "./contestants.ts";
import type { Contestant, Scenario } from "./contestants.ts";
import { firstLine, passGate } from "./gate.ts";
import { createRecord } from "./record.ts";
import type { EditorRecord } from "./record.ts";
import { filteringTable, longPromptTable, openingTable } from "./tables.ts";
import { visitLongPrompt, visitPopup } from "./visit.ts";

/** Rounds go on until this much time is spent; every scenario has one at least. */
const BUDGET_MS = 225_000;
const MAX_ROUNDS = 5;

/** What is measured, in the order of its rounds; the goals' scenarios first. */
const SCENARIOS = {
  "10,000": choosingFrom(10_000, { isThorough: true }),
  "200 variables": longPrompt(200),
  "1,000": choosingFrom(1_000),
  "50,000": choosingFrom(50_000),
  "500 variables": longPrompt(500, { variables: 10_000 }),
  "one line": longPrompt(200, { inLines: false }),
} satisfies Readonly<Record<string, Scenario>>;
export type ScenarioName = keyof typeof SCENARIOS;

/**
 * Prompt editors in Chromium: what each costs the main thread, and how soon what was typed is on the screen. A round of
 * a scenario visits every contestant in a fresh context, the floors and ours twice; the next round is another scenario's.
 */
export async function measureEditor(): Promise<readonly Table[]> {
  const end = performance.now() + BUDGET_MS;
  const pages = await servePages("editor");
  try {
    const { passed, failed } = await passGate(pages);
    const record = createRecord(passed, failed);
    await runRounds(pages, record, end);
    return [openingTable(record), filteringTable(record), longPromptTable(record)];
  } finally {
    await pages.close();
  }
}

async function runRounds(pages: Pages, record: EditorRecord, end: number): Promise<void> {
  const names = Object.keys(SCENARIOS) as ScenarioName[];
  const lasted = new Map<ScenarioName, number>();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    for (const name of names) {
      const begun = performance.now();
      if (round > 0 && begun + (lasted.get(name) ?? 0) > end) continue;
      await runRound(pages, record, name, round);
      lasted.set(name, performance.now() - begun);
    }
  }
}

async function runRound(pages: Pages, record: EditorRecord, scenario: ScenarioName, round: number) {
  const order = record.contestants.map(
    (_name, index, all) => all[(index + round * 3) % all.length] ?? "bare",
  );
  const core = order.filter((name) => CORE.includes(name));
  for (const contestant of [...order, ...core]) {
    if (!takesPart(contestant, scenario)) continue;
    try {
      record.add(scenario, contestant, await visitOnce(pages, contestant, scenario));
    } catch (error) {
      record.fail(scenario, contestant, firstLine(error));
    }
  }
}

function visitOnce(pages: Pages, contestant: Contestant, name: ScenarioName) {
  const scenario = SCENARIOS[name];
  return scenario.length > 0
    ? visitLongPrompt(pages, contestant, scenario)
    : visitPopup(pages, contestant, scenario);
}

/** The naive popup searches nothing while prose is typed: there it is the bare textarea again. */
function takesPart(contestant: Contestant, scenario: ScenarioName): boolean {
  return contestant !== "naive" || SCENARIOS[scenario].length === 0;
}
