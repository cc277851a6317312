import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildEntry } from "../buildEntry.ts";
import { median } from "../table.ts";
import type { Goal, Table } from "../table.ts";
import { NAMES } from "./createContestant.ts";
import type { Name } from "./createContestant.ts";
import { SHAPES } from "./workload.ts";
import type { Shape } from "./workload.ts";

const ROUNDS = 3;
const TRUSTS =
  "the floor trusts every property; ours checks that members are own, and says what is missing where";
const MODES = ["cold", "warm"] as const;
type Mode = (typeof MODES)[number];
/** What must be slower than ours both ways; liquidjs is far behind and stands in the table only. */
const PEERS: readonly Name[] = ["mustache", "handlebars", "eta", "lodash.template"];

/**
 * Texts of 100,000 characters with 2,000 variables, resolved per second: cold with texts that no engine has seen
 * (parsing or compiling counts), warm with one text (what an engine keeps does not). Each engine in processes of its
 * own, rounds interleaved.
 */
export async function measureTemplate(): Promise<readonly Table[]> {
  const entry = await buildEntry("template");
  const tables: Table[] = [];
  for (const shape of SHAPES) tables.push(await measureShape(shape, entry));
  return tables;
}

async function measureShape(shape: Shape, entry: string): Promise<Table> {
  const figures = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const mode of MODES) {
      for (const name of NAMES) {
        const key = `${name} ${mode}`;
        figures.set(key, [...(figures.get(key) ?? []), await measureOne(name, shape, mode, entry)]);
      }
    }
  }
  const result = (name: Name, mode: Mode) => median(figures.get(`${name} ${mode}`) ?? []);
  const ratio = (name: Name, mode: Mode) => result("ours", mode) / result(name, mode);
  const goals: Goal[] = PEERS.flatMap((name) =>
    MODES.map((mode) => ({
      text: `faster than ${name}, ${mode}: ${ratio(name, mode).toFixed(2)} ×`,
      reached: ratio(name, mode) > 1,
    })),
  );
  const floor = ratio("String.replace", "cold");
  goals.push({
    text: `as fast as one String.replace, cold: ${floor.toFixed(2)} ×`,
    reached: floor >= 1,
    reason: TRUSTS,
  });
  return {
    title: `Template, ${shape} paths: 100,000 characters, 2,000 variables`,
    unit: "texts per second; × is ours to it",
    columns: ["cold", "cold ×", "warm", "warm ×"],
    rows: NAMES.map((name) => ({
      name,
      values: MODES.flatMap((mode) => [result(name, mode), ratio(name, mode)]),
    })),
    goals,
  };
}

async function measureOne(name: Name, shape: Shape, mode: Mode, entry: string): Promise<number> {
  const script = fileURLToPath(new URL("./measureOne.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, name, shape, mode, entry]);
  return Number(stdout);
}
