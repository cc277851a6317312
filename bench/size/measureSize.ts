import type { Goal, Table } from "../table.ts";
import { BUDGETS } from "./budgets.ts";
import type { Bound, Budget } from "./budgets.ts";
import { bundleSize } from "./bundleSize.ts";

/** One thing that a host imports, with its sizes in kB. */
export interface Sizes extends Budget {
  readonly ownSize: number;
  readonly deliveredSize: number;
}

const HOST = ["react", "react/jsx-runtime", "react-dom", "react-hook-form"];

/** The size of everything that has a budget. */
export async function measureSizes(): Promise<readonly Sizes[]> {
  const sizes: Sizes[] = [];
  for (const budget of BUDGETS) {
    const isLeftOut = (id: string) => budget.without?.test(id) ?? false;
    const isDependency = (id: string) => /^[@\w]/.test(id) && !id.startsWith("image-generation-node");
    sizes.push({
      ...budget,
      ownSize: await bundleSize(budget.source, (id) => isLeftOut(id) || isDependency(id)),
      deliveredSize: await bundleSize(budget.source, (id) => isLeftOut(id) || HOST.includes(id)),
    });
  }
  return sizes;
}

/** The table of sizes with its goals. */
export async function measureSize(): Promise<readonly Table[]> {
  const sizes = await measureSizes();
  const goals = sizes.flatMap(({ name, own, ownSize, delivered, deliveredSize }) => [
    ...toGoals(`${name}, own code`, own, ownSize),
    ...toGoals(`${name}, delivered`, delivered, deliveredSize),
  ]);
  const rows = sizes.map(({ name, ownSize, deliveredSize }) => ({ name, values: [ownSize, deliveredSize] }));
  return [{ title: "Size", unit: "kB, min + gzip", columns: ["own", "delivered"], rows, goals }];
}

function toGoals(what: string, bound: Bound | null, size: number): Goal[] {
  const goal = bound?.goal ?? null;
  return goal === null ? [] : [{ text: `${what} ≤ ${goal} kB: ${size.toFixed(1)}`, reached: size <= goal }];
}
