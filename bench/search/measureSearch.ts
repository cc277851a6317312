import { buildEntry } from "../buildEntry.ts";
import { median } from "../table.ts";
import type { Table } from "../table.ts";
import { CONTESTANTS } from "./contestants.ts";
import type { Search } from "./contestants.ts";
import { createPaths, HITS } from "./createPaths.ts";

const SIZES = [10_000, 50_000];
const ROUNDS = 5;
const FLOOR = "a loop of includes";

/** CPU per key while each query is typed letter by letter, over 10,000 and 50,000 paths. */
export async function measureSearch(): Promise<readonly Table[]> {
  const entry = await buildEntry("template");
  const tables: Table[] = [];
  for (const size of SIZES) tables.push(await measureAt(size, entry));
  return tables;
}

async function measureAt(size: number, entry: string): Promise<Table> {
  const paths = createPaths(size);
  const searches = new Map<string, Search>();
  for (const [name, create] of Object.entries(CONTESTANTS)) searches.set(name, await create(paths, entry));
  const found = (search: Search, kind: keyof typeof HITS) =>
    HITS[kind].filter(([query, wanted]) => search(query).some((path) => wanted.test(path))).length;
  const passed = [...searches].filter(([, search]) => found(search, "plain") === HITS.plain.length);
  const times = new Map<string, number[]>(passed.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, search] of passed) times.get(name)?.push(typeAll(search));
  }
  const time = (name: string) => (times.has(name) ? median(times.get(name) ?? []) : null);
  const ours = time("ours") ?? NaN;
  return {
    title: `Search: ${size} paths`,
    unit: "ms of CPU per key; hits of 6; – is not timed, since it misses plain hits",
    columns: ["ms per key", "× ours", "plain hits", "fuzzy hits"],
    rows: [...searches].map(([name, search]) => {
      const own = time(name);
      return { name, values: [own, own && own / ours, found(search, "plain"), found(search, "fuzzy")] };
    }),
    goals: [...searches.keys()]
      .filter((name) => name !== "ours" && name !== FLOOR)
      .map((name) => ({
        text: `faster than ${name}${time(name) === null ? " (which misses plain hits)" : ""}`,
        reached: !(ours >= (time(name) ?? Infinity)),
        reason: name === "uFuzzy" ? "it ranks nothing where there are more than 1,000 hits" : undefined,
      })),
  };
}

/** Types some of the queries letter by letter; milliseconds of CPU per key, since what else the machine does counts less there. */
function typeAll(search: Search): number {
  const queries = [...HITS.plain.slice(0, 3), ...HITS.fuzzy.slice(0, 2)].map(([query]) => query);
  const start = process.cpuUsage();
  let keys = 0;
  for (const query of queries) {
    for (let end = 1; end <= query.length; end++, keys++) search(query.slice(0, end));
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / keys;
}
