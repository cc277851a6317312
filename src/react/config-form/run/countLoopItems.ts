import type { VariableSource } from "../../../template/index.js";

/**
 * Counts how often the loops around a node run it, as far as their samples say: a loop that the node stands in offers
 * `currentItem` and `total`. Loops inside of loops multiply. `undefined` where there is none, or its total is not
 * known.
 */
export function countLoopItems(sources: readonly VariableSource[]): number | undefined {
  let items: number | undefined;
  for (const { sample } of sources) {
    const output = memberOf(sample, "output");
    const total = memberOf(output, "total");
    if (memberOf(output, "currentItem") === undefined) continue;
    if (typeof total !== "number" || !Number.isSafeInteger(total) || total < 1) return undefined;
    items = (items ?? 1) * total;
  }
  return items;
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
