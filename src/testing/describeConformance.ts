import { describe, it } from "vitest";
import { conformanceCases } from "./conformance/conformanceCases.js";
import { NotApplicable } from "./conformance/ConformanceCase.js";
import type {
  ConformanceCase,
  ConformanceContext,
  ConformanceOptions,
} from "./conformance/ConformanceCase.js";

/** What {@link describeConformance} takes: which cases apply, and how to reach the back end. */
export interface DescribeConformanceOptions extends ConformanceOptions {
  /** Made once, before the first case; a function may start the server. */
  context: ConformanceContext | (() => ConformanceContext | Promise<ConformanceContext>);
  /** Which of the applying cases run. @default all of them */
  filter?: ((candidate: ConformanceCase) => boolean) | undefined;
  /** Whether cases run at the same time. @default false */
  concurrent?: boolean | undefined;
}

/**
 * Binds the conformance cases to vitest: one `it` per case, in one `describe`. A case that turns out not to apply is
 * skipped with its reason.
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
