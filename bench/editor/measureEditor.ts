import { servePages } from "../servePages.ts";
import type { Pages } from "../servePages.ts";
import type { Table } from "../table.ts";
import { CORE } from "./contestants.ts";
import type { Contestant } from "./contestants.ts";
import { createRecord } from "./createRecord.ts";
import type { EditorRecord } from "./createRecord.ts";
import { editorTables } from "./editorTables.ts";
import { firstLine, passGate } from "./passGate.ts";
import { SCENARIOS } from "./scenarios.ts";
import type { ScenarioName } from "./scenarios.ts";
import { visitContestant } from "./visitContestant.ts";

/** Rounds go on until this much time is spent; every scenario has one at least. */
const BUDGET_MS = 450_000;
const MAX_ROUNDS = 5;

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
    return editorTables(record);
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
      record.add(scenario, contestant, await visitContestant(pages, contestant, SCENARIOS[scenario]));
    } catch (error) {
      record.fail(scenario, contestant, firstLine(error));
    }
  }
}

/** The naive popup searches nothing while prose is typed: there it is the bare textarea again. */
function takesPart(contestant: Contestant, scenario: ScenarioName): boolean {
  return contestant !== "naive" || SCENARIOS[scenario].length === 0;
}
