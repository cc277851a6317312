import { readFileSync } from "node:fs";
import { relative } from "node:path";

/** The part of Vitest's JSON report that counts. */
export interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

export interface Result {
  readonly passed: number;
  readonly failed: number;
  /** What failed, with its reason, so that the end of a long log tells what the middle does. */
  readonly failures: readonly string[];
}

/** Reads the report of a step; one that was never written counts nothing. */
export function readReport(file: string, root: string, expected: readonly string[]): Result {
  try {
    return summarize(JSON.parse(readFileSync(file, "utf8")) as Report, root, expected);
  } catch {
    return { passed: 0, failed: 0, failures: [] };
  }
}

/** Counts a report, and names what failed and which of the expected files it does not hold. */
export function summarize(report: Report, root: string, expected: readonly string[]): Result {
  const ran = new Set(report.testResults.map(({ name }) => relative(root, name).replaceAll("\\", "/")));
  const missing = expected.filter((file) => !ran.has(file));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + missing.length,
    failures: [...listFailures(report), ...missing.map((file) => `${file}: no project of Vitest runs it`)],
  };
}

function listFailures({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0) return status === "failed" ? [`${name}: ${message ?? "did not run"}`] : [];
    return failed.map((test) => `${name} > ${test.fullName}\n${(test.failureMessages ?? []).join("\n")}`);
  });
}
