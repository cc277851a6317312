import type { Goal, Table } from "../table.ts";
import type { Contestant } from "./contestants.ts";
import type { EditorRecord } from "./createRecord.ts";
import { atMost, below, divide } from "./goals.ts";
import type { ScenarioName } from "./scenarios.ts";

const COUNTS = ["broad 1,000", "broad 10,000", "broad 50,000"] as const;
const LONG = "cold, 200 variables";

/** The tables of the second workload: the first keys that a page sees, and a query that fits many variables. */
export function broadTables(record: EditorRecord): readonly Table[] {
  return [choosingTable(record), coldPromptTable(record)];
}

function choosingTable(record: EditorRecord): Table {
  const scenario = "broad 10,000";
  const cpu = (name: Contestant, count: ScenarioName) => record.figure(count, name, "perKey");
  const open = (name: Contestant) => record.figure(scenario, name, "open");
  return {
    title: "Cold, {{field_12 typed every 50 ms, ten rows shown, by number of variables",
    unit: "main-thread CPU ms per key of the query; the rest at 10,000: CPU ms of mounting and of both braces, ms to the painted rows",
    columns: [
      ...COUNTS.map((count) => count.replace("broad ", "")),
      "× naive",
      "growth",
      "mount CPU",
      "braces CPU",
      "opening",
      "paint",
    ],
    rows: record.contestants.map((name) => ({
      name,
      values: [
        ...COUNTS.map((count) => cpu(name, count)),
        divide(cpu(name, scenario), cpu("naive", scenario)),
        divide(cpu(name, "broad 50,000"), cpu(name, "broad 1,000")),
        record.figure(scenario, name, "mountCpu"),
        record.figure(scenario, name, "openCpu"),
        open(name),
        record.figure(scenario, name, "painted"),
      ],
    })),
    notes: [
      ...record.notes(...COUNTS),
      "of more than 20,000 variables ours lists the first 20,000; it prepares its search once the field has the focus",
    ],
    goals: [
      atMost(
        "at 10,000 variables ≤ 1.6 × the naive popup",
        divide(cpu("ours", scenario), cpu("naive", scenario)),
        1.6,
      ),
      atMost(
        "from 1,000 to 50,000 variables growth ≤ 1.25 ×",
        divide(cpu("ours", "broad 50,000"), cpu("ours", "broad 1,000")),
        1.25,
      ),
      ...record.peers.map((peer) => below(`${peer} at 10,000`, cpu("ours", scenario), cpu(peer, scenario))),
      opensFirst(record, open),
    ],
  };
}

function opensFirst({ peers }: EditorRecord, open: (name: Contestant) => number | null): Goal {
  const times = peers.flatMap((peer) => open(peer) ?? []);
  const best = times.length === 0 ? null : Math.min(...times);
  return atMost("opening at 10,000 in the time of the best peer, × its time", divide(open("ours"), best), 1);
}

function coldPromptTable(record: EditorRecord): Table {
  const of = (name: Contestant, figure: "mountCpu" | "mount" | "perKey" | "painted") =>
    record.figure(LONG, name, figure);
  const overBare = (name: Contestant, figure: "mountCpu" | "perKey") =>
    divide(of(name, figure), of("bare", figure));
  return {
    title: "Cold, 100,000 characters with 200 variables",
    unit: "main-thread CPU ms of mounting and per key typed in the middle; × is to the bare textarea; first paint in ms",
    columns: ["mount", "× bare", "first paint", "key", "× bare", "paint"],
    rows: record.contestants
      .filter((name) => name !== "naive")
      .map((name) => ({
        name,
        values: [
          of(name, "mountCpu"),
          overBare(name, "mountCpu"),
          of(name, "mount"),
          of(name, "perKey"),
          overBare(name, "perKey"),
          of(name, "painted"),
        ],
      })),
    notes: [...record.notes(LONG), "mount counts all that is done in 300 ms, highlighting included"],
    goals: [
      atMost("mounting ≤ 2 × the bare textarea", overBare("ours", "mountCpu"), 2),
      atMost("typing ≤ 1.3 × the bare textarea", overBare("ours", "perKey"), 1.3),
    ],
  };
}
