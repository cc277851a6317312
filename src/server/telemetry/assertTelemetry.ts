import { assertNames } from "../assertNames.js";
import type { TelemetryOptions } from "./TelemetryOptions.js";

const NAMES: Readonly<Record<keyof TelemetryOptions, true>> = {
  tracer: true,
  meter: true,
  recordContent: true,
  scopes: true,
};

/**
 * Refuses the option `telemetry` where it could record nothing.
 *
 * @throws TypeError that says what is missing.
 */
export function assertTelemetry(telemetry: TelemetryOptions | undefined): void {
  if (telemetry === undefined || telemetry === null) return;
  const { tracer, meter } = Object(telemetry) as Partial<TelemetryOptions>;
  const isTracer = typeof tracer?.startSpan === "function";
  if (!isTracer || (meter !== undefined && typeof meter?.createCounter !== "function")) {
    throw new TypeError(
      `createImageNodeHandler needs \`telemetry.${isTracer ? "meter" : "tracer"}\` of OpenTelemetry, because it records ` +
        'nothing by itself. Pass trace.getTracer("…") and metrics.getMeter("…") of `@opentelemetry/api`, or leave ' +
        "`telemetry` out.",
    );
  }
  assertNames("createImageNodeHandler", "telemetry", telemetry, NAMES);
}
