import type { CostsByEngine } from "./capacity.ts";
import type { DeploymentCosts } from "./measureDeployment.ts";
import { table } from "./markdown.ts";

const ROWS = ["bare", "0.3 kB", "289 kB", "0.3, 10 s", "289, 10 s"];

/** Makes the table of what one generation costs, over both databases. */
export function costsTable({ postgres, redis }: CostsByEngine): string {
  const head = [
    "one generation",
    "calls: ours",
    "BullMQ",
    "written kB",
    "wire kB",
    "handler ms",
    "worker ms",
    "engine ms",
  ];
  const rowsOf = (engine: string, { shares }: DeploymentCosts) =>
    shares
      .filter(({ short }) => ROWS.includes(short))
      .map(({ name, share: { store, queue, written, wire, cpuMs } }) => [
        `${engine}: ${name}`,
        ...[store, queue, written / 1000, wire / 1000, ...cpuMs].map(show),
      ]);
  return table([head, ...rowsOf("PostgreSQL", postgres), ...(redis ? rowsOf("Redis", redis) : [])]);
}

function show(value: number | null): string {
  if (value === null) return "–";
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(1);
}
