import { describe, expect, it } from "vitest";
import { summarize } from "../../scripts/test/readReport.ts";
import type { Report } from "../../scripts/test/readReport.ts";

const REPORT: Report = {
  numPassedTests: 2,
  numFailedTests: 1,
  testResults: [
    {
      name: "/project/test/a.test.ts",
      status: "failed",
      assertionResults: [
        { status: "passed", fullName: "a holds" },
        { status: "failed", fullName: "a breaks", failureMessages: ["Error: broken"] },
      ],
    },
    { name: "/project/test/b.test.ts", status: "passed", assertionResults: [] },
  ],
};

describe("the report of a step", () => {
  it("counts what passed and failed, and names what failed with its reason", () => {
    expect(summarize(REPORT, "/project", ["test/a.test.ts", "test/b.test.ts"])).toEqual({
      passed: 2,
      failed: 1,
      failures: ["/project/test/a.test.ts > a breaks\nError: broken"],
    });
  });

  it("fails for a file that Vitest did not run", () => {
    const { failed, failures } = summarize(REPORT, "/project/", ["test/b.test.ts", "test/lost.test.tsx"]);
    expect(failed).toBe(2);
    expect(failures.at(-1)).toBe("test/lost.test.tsx: no project of Vitest runs it");
  });

  it("names a file that broke before its tests", () => {
    const testResults = [
      { name: "/project/test/a.test.ts", status: "failed", message: "Cannot find x", assertionResults: [] },
    ];
    expect(summarize({ ...REPORT, testResults }, "/project", []).failures).toEqual([
      "/project/test/a.test.ts: Cannot find x",
    ]);
  });
});
