import type { StartedTelemetry } from "./startTelemetry.js";

/** Points of a metric: attributes, and the count or sum. */
export async function pointsOf(telemetry: StartedTelemetry, name: string) {
  const metric = (await telemetry.read()).find(({ descriptor }) => descriptor.name === name);
  return (metric?.dataPoints ?? []).map(({ attributes, value }) => ({
    ...attributes,
    value: typeof value === "number" ? value : (value as { count: number }).count,
  }));
}

/** Sum of all points of a metric. */
export async function sumOf(telemetry: StartedTelemetry, name: string): Promise<number> {
  return (await pointsOf(telemetry, name)).reduce((sum, { value }) => sum + value, 0);
}
