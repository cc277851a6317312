import type { Table } from "../table.ts";
import { broadTables } from "./broadTables.ts";
import type { Contestant } from "./contestants.ts";
import type { ScenarioName } from "./scenarios.ts";
import type { EditorRecord } from "./createRecord.ts";
import { atMost, below, divide } from "./goals.ts";

/** One frame at 60 Hz. */
const FRAME_MS = 1000 / 60;
const COUNTS = ["1,000", "10,000", "50,000"] as const;
const LONG = ["200 variables", "500 variables", "one line"] as const;

const SEARCHES_LESS = "it searches by substring as the application does, and diagnoses nothing";

/** The tables of what all rounds measured. */
export function editorTables(record: EditorRecord): readonly Table[] {
  return [openingTable(record), filteringTable(record), longPromptTable(record), ...broadTables(record)];
}

/** Everything at 10,000 variables. */
function openingTable(record: EditorRecord): Table {
  const scenario = "10,000";
  const of = (name: Contestant, figure: "mount" | "open" | "painted" | "accept" | "heap") =>
    record.figure(scenario, name, figure);
  const more = (of("ours", "open") ?? NaN) - (of("naive", "open") ?? NaN);
  return {
    title: "Prompt editor, 10,000 variables",
    unit: "ms from the event to the painted frame; heap in MB with the page's own variables",
    columns: ["mount", "first open", "key", "accept", "heap MB", "heap × bare"],
    rows: record.contestants.map((name) => ({
      name,
      values: [
        of(name, "mount"),
        of(name, "open"),
        of(name, "painted"),
        of(name, "accept"),
        of(name, "heap"),
        divide(of(name, "heap"), of("bare", "heap")),
      ],
    })),
    notes: record.notes(scenario),
    goals: [
      {
        text: `first opening ≤ 1 frame more than the naive popup: ${more.toFixed(1)} ms`,
        reached: more <= FRAME_MS,
      },
    ],
  };
}

/** Main-thread CPU while the popup filters. */
function filteringTable(record: EditorRecord): Table {
  const cpu = (name: Contestant, count: ScenarioName) => record.figure(count, name, "perKey");
  const growth = divide(cpu("ours", "50,000"), cpu("ours", "1,000"));
  const overNaive = divide(cpu("ours", "10,000"), cpu("naive", "10,000"));
  return {
    title: "Typing with the popup open, by number of variables",
    unit: "main-thread CPU ms per key; × is to the floors at 10,000; then ms from key to painted rows",
    columns: [...COUNTS, "× bare", "× naive", "growth", ...COUNTS.map((count) => `paint ${count}`)],
    rows: record.contestants.map((name) => ({
      name,
      values: [
        ...COUNTS.map((count) => cpu(name, count)),
        divide(cpu(name, "10,000"), cpu("bare", "10,000")),
        divide(cpu(name, "10,000"), cpu("naive", "10,000")),
        divide(cpu(name, "50,000"), cpu(name, "1,000")),
        ...COUNTS.map((count) => record.figure(count, name, "painted")),
      ],
    })),
    notes: record.notes(...COUNTS),
    goals: [
      atMost("at 10,000 variables ≤ 1.6 × the naive popup", overNaive, 1.6),
      atMost("from 1,000 to 50,000 variables growth ≤ 1.25 ×", growth, 1.25),
      ...record.peers.map((peer) =>
        below(`${peer} at 10,000`, cpu("ours", "10,000"), cpu(peer, "10,000"), SEARCHES_LESS),
      ),
    ],
  };
}

/** Main-thread CPU while prose is typed in the middle of a long prompt. */
function longPromptTable(record: EditorRecord): Table {
  const cpu = (name: Contestant, scenario: ScenarioName) => record.figure(scenario, name, "perKey");
  const overBare = divide(cpu("ours", "200 variables"), cpu("bare", "200 variables"));
  const script = record.figure("500 variables", "ours", "script");
  return {
    title: "Typing inside 100,000 characters",
    unit: "main-thread CPU ms per key; × is to the bare textarea; paint is ms from key to painted text",
    columns: LONG.flatMap((scenario) => [scenario, "× bare", "paint"]),
    rows: record.contestants
      .filter((name) => name !== "naive")
      .map((name) => ({
        name,
        values: LONG.flatMap((scenario) => [
          cpu(name, scenario),
          divide(cpu(name, scenario), cpu("bare", scenario)),
          record.figure(scenario, name, "painted"),
        ]),
      })),
    notes: [
      ...record.notes(...LONG),
      "codemirror draws only the lines in view; ariakit, cmdk and downshift highlight nothing",
    ],
    goals: [
      atMost("with 200 variables ≤ 1.3 × the bare textarea", overBare, 1.3),
      ...record.peers
        .filter((peer) => peer !== "codemirror")
        .map((peer) =>
          below(
            `${peer} with 200 variables`,
            cpu("ours", "200 variables"),
            cpu(peer, "200 variables"),
            isPlain(peer) ? "it is a textarea that highlights nothing" : undefined,
          ),
        ),
      atMost("[case 51] 500 variables of 10,000 to choose from, ≤ 6 ms of script per key", script, 6),
    ],
  };
}

/** Whether a peer adds a list to a textarea and paints nothing in it. */
function isPlain(name: Contestant): boolean {
  return name === "ariakit" || name === "cmdk" || name === "downshift";
}
