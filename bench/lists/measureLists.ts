import { interleave } from "../interleave.ts";
import { servePages } from "../servePages.ts";
import { median } from "../table.ts";
import type { Table } from "../table.ts";
import { visitList } from "./visitList.ts";
import type { ListContestant, ListFigures } from "./visitList.ts";

const ROUNDS = 3;
const SIZES = [200, 2_000] as const;
const FIXED = "ours, one array";
/** What each of ours may cost, in times of the same editor with one array. */
const LIMITS: Readonly<Record<string, number>> = {
  "ours, a new array": 1.3,
  "ours, equal sources": 2,
  "ours, copied samples": 2,
};
const CONTESTANTS: readonly ListContestant[] = [
  { name: "bare textarea", editor: "bare", kind: "copied" },
  { name: "naive popup", editor: "naive", kind: "copied" },
  { name: FIXED, editor: "ours", kind: "fixed" },
  { name: "ours, a new array", editor: "ours", kind: "array" },
  { name: "ours, equal sources", editor: "ours", kind: "equal" },
  { name: "ours, copied samples", editor: "ours", kind: "copied" },
];
const COLUMNS: readonly (readonly [title: string, figure: keyof ListFigures])[] = [
  ["key", "key"],
  ["key, list open", "open"],
  ["frame", "frame"],
];

/** A host that derives its list of variables at each render: what an editor makes of a list that only looks new. */
export async function measureLists(): Promise<readonly Table[]> {
  const pages = await servePages("lists");
  try {
    const visits = SIZES.flatMap((size) => CONTESTANTS.map((contestant) => ({ size, contestant })));
    const rounds = await interleave(visits, ROUNDS, ({ size, contestant }) =>
      visitList(pages, contestant, size),
    );
    return SIZES.map((size) =>
      toTable(size, (name, figure) => {
        const visit = visits.find((one) => one.size === size && one.contestant.name === name);
        return median((visit ? (rounds.get(visit) ?? []) : []).map((figures) => figures[figure]));
      }),
    );
  } finally {
    await pages.close();
  }
}

function toTable(size: number, figure: (name: string, figure: keyof ListFigures) => number): Table {
  const times = (name: string, key: keyof ListFigures) => figure(name, key) / figure(FIXED, key);
  return {
    title: `A list made anew at each render, ${size.toLocaleString("en")} sources of seven rows`,
    unit: "main-thread CPU ms per key in prose, per key with the list open, per render with nothing typed; × is to one array",
    columns: COLUMNS.flatMap(([title]) => [title, "×"]),
    rows: CONTESTANTS.map(({ name, editor }) => ({
      name,
      values: COLUMNS.flatMap(([, key]) => [figure(name, key), editor === "ours" ? times(name, key) : null]),
    })),
    notes: [
      `median of ${ROUNDS} visits; the lists are made beforehand: what making them costs is the host's`,
    ],
    goals: Object.entries(LIMITS).flatMap(([name, limit]) =>
      COLUMNS.map(([title, key]) => ({
        text: `${name}: ${title} ≤ ${limit} × one array: ${times(name, key).toFixed(2)}`,
        reached: times(name, key) <= limit,
      })),
    ),
  };
}
