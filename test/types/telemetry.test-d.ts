import type { Meter, Tracer } from "@opentelemetry/api";
import { expectTypeOf, test } from "vitest";
import type {
  GenerationRunnerOptions,
  ImageNodeHandlerOptions,
  TelemetryOptions,
} from "image-generation-node/server";
import type { GenerationWorkerOptions } from "image-generation-node/server/queue";

test("OpenTelemetry's tracer and meter fit the option of handler, runner and worker", () => {
  interface Given {
    tracer: Tracer;
    meter: Meter;
  }
  expectTypeOf<Given>().toExtend<TelemetryOptions>();
  expectTypeOf<Given>().toExtend<NonNullable<ImageNodeHandlerOptions["telemetry"]>>();
  expectTypeOf<Given>().toExtend<NonNullable<GenerationRunnerOptions["telemetry"]>>();
  expectTypeOf<Given>().toExtend<NonNullable<GenerationWorkerOptions["telemetry"]>>();
  expectTypeOf<{ tracer: object }>().not.toExtend<TelemetryOptions>();
});
