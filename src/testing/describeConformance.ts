import { describe, it } from "vitest";
import { conformanceCases } from "./conformance/conformanceCases.js";
import { NotApplicable } from "./conformance/ConformanceCase.js";
import type {
  ConformanceCase,
  ConformanceContext,
  ConformanceOptions,
} from "./conformance/ConformanceCase.js";

/** Options of {@link describeConformance}: the back end, and the cases that apply to it. */
export interface DescribeConformanceOptions extends ConformanceOptions {
  /** Back end under test, or a function that starts it; it is called once, before the first case. */
  context: ConformanceContext | (() => ConformanceContext | Promise<ConformanceContext>);
  /** Selects cases of those that apply. By default all of them run. */
  filter?: ((candidate: ConformanceCase) => boolean) | undefined;
  /** Whether the cases run at the same time. @default false */
  concurrent?: boolean | undefined;
}

/**
 * Defines the conformance cases as Vitest tests: one `it` per case, in one `describe`. A case that turns out not to
 * apply is skipped with its reason.
 *
 * @example
 * describeConformance("my back end", {
 *   context: { fetch, baseUrl: "http://127.0.0.1:4500", headers: { Authorization: "Bearer test" } },
 *   level: "L1",
 * });
 */
export function describeConformance(name: string, options: DescribeConformanceOptions): void {
  let made: Promise<ConformanceContext> | undefined;
  const context = async () => {
    made ??= Promise.resolve(typeof options.context === "function" ? options.context() : options.context);
    return made;
  };
  const cases = conformanceCases(options).filter(options.filter ?? (() => true));
  describe(name, { concurrent: options.concurrent ?? false }, () => {
    for (const { name: caseName, level, timeoutMs, run } of cases) {
      it(`${level}: ${caseName}`, { timeout: timeoutMs }, async (test) => {
        try {
          await run(await context());
        } catch (error) {
          if (!(error instanceof NotApplicable)) throw error;
          test.skip(error.message);
        }
      });
    }
  });
}
