import type * as TelemetryApi from "@opentelemetry/api";
import { describePeer } from "../models/describePeer.js";

/** Loads OpenTelemetry's API, an optional peer. Without it nothing is traced, which is said once on the console. */
export async function loadTelemetryApi(): Promise<typeof TelemetryApi | null> {
  try {
    return await import("@opentelemetry/api");
  } catch (cause) {
    console.error(
      `image-generation-node: \`telemetry\` does nothing, because ${describePeer("@opentelemetry/api", cause)}. ` +
        "Run `npm install @opentelemetry/api`.",
    );
    return null;
  }
}
