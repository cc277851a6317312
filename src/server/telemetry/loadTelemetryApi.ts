import type * as TelemetryApi from "@opentelemetry/api";

/** Loads OpenTelemetry's API, an optional peer. Without it nothing is traced, which is said once on the console. */
export async function loadTelemetryApi(): Promise<typeof TelemetryApi | null> {
  try {
    return await import("@opentelemetry/api");
  } catch {
    console.error(
      "image-generation-node: `telemetry` does nothing, because the package `@opentelemetry/api` is not installed. " +
        "Run `npm install @opentelemetry/api`.",
    );
    return null;
  }
}
