import { interleave } from "../interleave.ts";
import { servePages } from "../servePages.ts";
import { median } from "../table.ts";
import type { Table } from "../table.ts";
import { visitCanvas } from "./visitCanvas.ts";
import type { CanvasContestant, CanvasFigures } from "./visitCanvas.ts";

const ROUNDS = 3;
const SIZES = [500, 2_000] as const;
const SHARED = "ours, one array";
const OWN = "ours, an array each";
const LIMIT = 1.3;
const CONTESTANTS: readonly CanvasContestant[] = [
  { name: "bare textarea", editor: "bare", list: "shared" },
  { name: "naive popup", editor: "naive", list: "shared" },
  { name: SHARED, editor: "ours", list: "shared" },
  { name: OWN, editor: "ours", list: "own" },
];
const COLUMNS: readonly (readonly [title: string, figure: keyof CanvasFigures])[] = [
  ["mounting all", "mount"],
  ["using a card", "card"],
  ["heap MB", "heap"],
];

/** A hundred cards with an editor each, over the same sources. */
export async function measureCanvas(): Promise<readonly Table[]> {
  const pages = await servePages("canvas");
  try {
    const visits = SIZES.flatMap((size) => CONTESTANTS.map((contestant) => ({ size, contestant })));
    const rounds = await interleave(visits, ROUNDS, ({ size, contestant }) =>
      visitCanvas(pages, contestant, size),
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

function toTable(size: number, figure: (name: string, figure: keyof CanvasFigures) => number): Table {
  return {
    title: `A canvas of 100 cards, ${size.toLocaleString("en")} sources of seven rows`,
    unit: "main-thread CPU ms of mounting all and of focusing one, opening its list and ten keys; heap after a collection",
    columns: COLUMNS.map(([title]) => title),
    rows: CONTESTANTS.map(({ name }) => ({ name, values: COLUMNS.map(([, key]) => figure(name, key)) })),
    notes: [`median of ${ROUNDS} visits; five cards are used in each`],
    goals: COLUMNS.map(([title, key]) => {
      const times = figure(OWN, key) / figure(SHARED, key);
      return {
        text: `an array each, ${title} ≤ ${LIMIT} × one array: ${times.toFixed(2)}`,
        reached: times <= LIMIT,
      };
    }),
  };
}
