import type { Goal, Table } from "../table.ts";
import { BUDGETS } from "./budgets.ts";
import type { Bound, Budget } from "./budgets.ts";
import { bundleSize, bundleSizes } from "./bundleSize.ts";
import { isDependency, measureEntries, measureWidgets } from "./measureEntries.ts";
import { writePeerSizes } from "./peerSizes.ts";
import { writeSizes } from "./readSizes.ts";
import { toMarkdown, toSentence } from "./toMarkdown.ts";

/** One thing that a host imports, with its sizes in kB. */
export interface Sizes extends Budget {
  readonly ownSize: number;
  /** Own code with all that dynamic imports bring later. */
  readonly ownInAll: number;
  readonly deliveredSize: number;
}

const HOST = ["react", "react/jsx-runtime", "react-dom", "react-hook-form"];

/** The size of everything that has a budget. */
export async function measureSizes(): Promise<readonly Sizes[]> {
  const sizes: Sizes[] = [];
  for (const budget of BUDGETS) {
    const isLeftOut = (id: string) => budget.without?.test(id) ?? false;
    const own = await bundleSizes(budget.source, (id) => isLeftOut(id) || isDependency(id));
    sizes.push({
      ...budget,
      ownSize: own.atOnce,
      ownInAll: own.inAll,
      deliveredSize: await bundleSize(budget.source, (id) => isLeftOut(id) || HOST.includes(id)),
    });
  }
  return sizes;
}

const WHY = "why goals are missed: src/DECISIONS.md, What a size budget counts";

export interface SizeOptions {
  /** Whether to put the sizes of entries and widgets into docs/benchmarks.md and the README. */
  readonly write: boolean;
  /** Whether the peers' packages are installed. */
  readonly peers: boolean;
}

/** The tables of sizes with their goals. */
export async function measureSize({ write, peers }: SizeOptions): Promise<readonly Table[]> {
  const sizes = await measureSizes();
  const goals = sizes.flatMap(({ name, own, ownSize, delivered, deliveredSize }) => [
    ...toGoals(`${name}, own code`, own, ownSize),
    ...toGoals(`${name}, delivered`, delivered, deliveredSize),
  ]);
  const rows = sizes.map(({ name, ownSize, ownInAll, deliveredSize }) => ({
    name,
    values: [ownSize, ownInAll, deliveredSize],
  }));
  const entries = await measureEntries();
  const widgets = await measureWidgets({ peers });
  if (write) {
    writePeerSizes(widgets);
    writeSizes("docs/benchmarks.md", toMarkdown(entries, widgets));
    const panel = entries.find(({ source }) => source.includes("ImageNodePanel"));
    if (panel) writeSizes("README.md", toSentence(panel));
  }
  return [
    {
      title: "Size of what has a goal",
      unit: "kB, min + gzip",
      columns: ["own", "own in all", "delivered"],
      rows,
      goals,
      notes: ["goals count what is loaded at once; in all is with what dynamic imports bring later", WHY],
    },
    {
      title: "Size of every entry",
      unit: "kB, min + gzip; own is without dependencies, delivered without React and react-hook-form",
      columns: ["own", "delivered", "with react-hook-form"],
      rows: entries.map(({ name, own, delivered, withForms }) => ({
        name,
        values: [own, delivered, withForms],
      })),
      goals: [],
    },
    {
      title: "Size of the same widget",
      unit: "kB, min + gzip, with all dependencies but React",
      columns: ["at once", "in all", "in all × ours"],
      rows: widgets.map(({ name, kind, atOnce, inAll }) => ({
        name: `${kind}: ${name}`,
        values: [atOnce, inAll, inAll / (widgets.find((ours) => ours.kind === kind)?.inAll ?? NaN)],
      })),
      notes: peers ? [] : ["the peers' sizes are those that were recorded: their packages are not installed"],
      goals: [],
    },
  ];
}

function toGoals(what: string, bound: Bound | null, size: number): Goal[] {
  const goal = bound?.goal ?? null;
  return goal === null ? [] : [{ text: `${what} ≤ ${goal} kB: ${size.toFixed(1)}`, reached: size <= goal }];
}
